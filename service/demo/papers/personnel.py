"""Item 5: how next half-year's transfers are decided; the paper that is not for everyone."""

from datetime import date

from service.demo.calendar import after, full, short
from service.demo.paper import (
    Block,
    Chapter,
    Column,
    Detail,
    Note,
    Paper,
    Point,
    Row,
    Section,
    Table,
    Timeline,
)

_STAFF = (
    ("4급", 9, 9, 2),
    ("5급", 58, 57, 5),
    ("6급", 264, 259, 11),
    ("7급", 338, 331, 16),
    ("8급", 251, 243, 22),
    ("9급", 187, 172, 0),
)


def personnel(monday: date) -> Paper:
    """The principles, the numbers and the calendar of the half-year's transfers."""
    posts, people = sum(row[1] for row in _STAFF), sum(row[2] for row in _STAFF)
    return Paper(
        title=f"5. {monday.year + 1}년 상반기 인사 운영 방향(안)",
        department="행정지원과",
        day=full(monday),
        agenda="월요일 간부회의  |  안건 5  |  대외비",
        summary=(
            f"정원 {posts:,}명, 현원 {people:,}명(결원 {posts - people}명),"
            f" 승진 예정 {sum(row[3] for row in _STAFF)}명",
            "일 잘하는 사람이 우대받고, 누구나 예측할 수 있는 인사",
        ),
        blocks=(*_state(posts, people), *_principles(), *_calendar(monday)),
    )


def _state(posts: int, people: int) -> tuple[Block, ...]:
    rows = [
        Row((grade, str(post), str(filled), str(post - filled), str(promoted)))
        for grade, post, filled, promoted in _STAFF
    ]
    promoted = sum(row[3] for row in _STAFF)
    rows.append(
        Row(("합계", f"{posts:,}", f"{people:,}", str(posts - people), str(promoted)), "sum")
    )
    return (
        Chapter("1", "인력 현황"),
        Table(
            (
                Column("직급", 1, "centre"),
                Column("정원", 1, "right"),
                Column("현원", 1, "right"),
                Column("결원", 1, "right"),
                Column("승진 예정", 1, "right"),
            ),
            tuple(rows),
            unit="(단위: 명)",
        ),
        Point("휴직 74명(육아휴직 58명) 가운데 41명은 대체인력으로 충원"),
        Point("현 부서 2년 이상 근무자 312명, 전보 희망자 148명"),
    )


def _principles() -> tuple[Block, ...]:
    return (
        Chapter("2", "운영 방향"),
        Section("성과와 역량"),
        Point("근무성적평정 상위자 중 현안 해결 실적이 뚜렷한 직원을 우선 승진"),
        Detail("국·소별 배분이 아니라 시 전체 순위로 심사"),
        Point("격무·기피 부서 3년 근무자에게 희망 부서 우선 배치"),
        Section("전문성과 균형"),
        Point("예산·감사·도시계획 분야는 전문직위로 지정하여 4년 이상 근무"),
        Point("읍면동 근무 경험이 없는 7급 이하는 한 차례 이상 순환"),
        Point("임신·육아 중인 직원은 통근거리와 근무시간을 먼저 고려"),
        Section("공정과 소통"),
        Point("인사 기준과 승진 후보자 순위를 대상자에게 미리 공개"),
        Point("인사 고충은 발령 후 10일 안에 접수하여 위원회에서 답변"),
    )


def _calendar(monday: date) -> tuple[Block, ...]:
    return (
        Chapter("3", "추진 일정"),
        Timeline(
            ("11월", "12월 초", "12월 중", "12월 말", "1월 초"),
            (
                ("인사 기준 공개", 0, 0),
                ("희망보직 신청·면담", 0, 1),
                ("승진심사 인사위원회", 2, 2),
                ("전보 심의", 2, 3),
                ("임용장 수여", 4, 4),
            ),
        ),
        Point(f"희망보직 신청: {short(after(monday, 2))} ~ {short(after(monday, 11))}"),
        Point("부서장은 면담 결과를 비공개로 제출하고, 사전 유출 때는 책임을 물음"),
        Note("이 자료는 발령 전까지 대외비이며, 회의가 끝나면 회수합니다."),
    )
