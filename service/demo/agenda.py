"""The demo's meeting: what it is called, who comes, the items, and the papers under them."""

from dataclasses import dataclass
from typing import Final

MEETING_ID: Final = "demo-monday"
TITLE: Final = "월요일 간부회의"
PLACE: Final = "중회의실"

PRESENTER: Final = "김유성 과장"
"""The name that the demo's presenter link carries."""


@dataclass(frozen=True, slots=True)
class Attendant:
    """Somebody on the list of participants; all names are made up."""

    name: str
    department: str
    position: str


@dataclass(frozen=True, slots=True)
class Entry:
    """An agenda item and the files under it, in order; `{year}` in a title is next year."""

    title: str
    department: str
    reporter: str
    minutes: int
    files: tuple[str, ...]


ATTENDANTS: Final = (
    Attendant("정한결", "한장시", "시장"),
    Attendant("오세린", "한장시", "부시장"),
    Attendant("김유성", "기획예산과", "과장"),
    Attendant("박서진", "기획예산과", "기획팀장"),
    Attendant("한도윤", "기획예산과", "예산팀장"),
    Attendant("이가온", "기획재정국", "국장"),
    Attendant("최다온", "자치행정국", "국장"),
    Attendant("윤하람", "복지국", "국장"),
    Attendant("서지우", "경제문화국", "국장"),
    Attendant("강태오", "안전도시국", "국장"),
    Attendant("임누리", "환경국", "국장"),
    Attendant("조은별", "안전총괄과", "과장"),
    Attendant("문시우", "자치행정과", "과장"),
    Attendant("배나래", "행정지원과", "과장"),
    Attendant("신이든", "도시계획과", "과장"),
    Attendant("유채원", "도로과", "과장"),
    Attendant("노을", "교통행정과", "과장"),
    Attendant("홍슬기", "복지정책과", "과장"),
    Attendant("권라온", "정보통신과", "과장"),
    Attendant("차예담", "보건소", "소장"),
    Attendant("하늘봄", "농업기술센터", "소장"),
)

AGENDA: Final = (
    Entry(
        "지난주 지시사항 점검", "기획예산과", "박서진 기획팀장", 10,
        ("지시사항 추진현황.pdf", "주간 주요 업무계획.pdf"),
    ),
    Entry(
        "{year}년 본예산 편성 방향", "기획예산과", "김유성 과장", 20,
        ("본예산 편성 방향(안).pdf", "부서별 예산요구서.pdf"),
    ),
    Entry(
        "겨울철 재난 대응 계획", "안전총괄과", "조은별 과장", 15,
        ("겨울철 자연재난 종합대책.pdf", "제설 취약구간 현장점검표(스캔).pdf"),
    ),
    Entry(
        "읍면동 순회 간담회", "자치행정과", "문시우 과장", 10,
        ("읍면동 순회 간담회 추진계획.pdf",),
    ),
    Entry(
        "인사 운영 방향", "행정지원과", "배나래 과장", 15,
        ("상반기 인사 운영 방향(안).pdf",),
    ),
    Entry(
        "현안 토론", "도시계획과", "신이든 과장", 30,
        ("현안 토론 자료.pdf", "한장역 역세권 위치도.pdf"),
    ),
)  # fmt: skip


def files() -> tuple[str, ...]:
    """Every paper's file name, in agenda order."""
    return tuple(name for entry in AGENDA for name in entry.files)
