"""Item 1: what became of last week's instructions, as a table of several pages."""

from collections import Counter
from datetime import date

from service.demo.calendar import after, full, short
from service.demo.paper import (
    Bars,
    Chapter,
    Column,
    NewPage,
    Note,
    Paper,
    Point,
    Row,
    Section,
    Table,
    percent,
)

_DONE, _GOING, _LATE = "완료", "추진 중", "지연"

_DIRECTIVES = (
    ("기획예산과", "내년 본예산 편성 방향을 간부회의에서 논의할 것", _DONE, 0,
     "안건 2로 상정, 부서별 요구액 취합 완료"),
    ("기획예산과", "국비 확보 대상사업의 부처 심의 단계를 주 1회 보고", _GOING, 18,
     "38개 사업 1,142억 원 중 26개 사업 정부안 반영"),
    ("안전총괄과", "겨울철 제설 장비와 자재를 첫눈 전에 전수 점검", _DONE, -3,
     "제설차 26대 점검, 염화칼슘 1,860톤 확보"),
    ("안전총괄과", "한파쉼터 운영시간의 야간 연장 검토", _GOING, 11,
     "경로당 142곳 중 96곳 동의, 난방비 지원 기준 마련 중"),
    ("자치행정과", "읍면동 순회 간담회 일정을 주민 생업 시간을 피해 조정", _DONE, -2,
     "12개 읍면동 중 8곳을 19:00 개최로 변경"),
    ("자치행정과", "지난해 간담회 건의사항의 처리 결과를 개별 통지", _GOING, 7,
     "건의 214건 중 183건 통지 완료, 31건 부서 협의 중"),
    ("행정지원과", "상반기 정기인사의 기준을 미리 공개", _GOING, 14,
     "직급별 간담회 3회 실시, 인사 운영 방향(안) 작성"),
    ("정보통신과", "종이 없는 회의를 전 국·소 회의로 확대", _GOING, 25,
     "간부회의 적용 완료, 국별 주간회의 6개 중 2개 적용"),
    ("도시계획과", "역세권 도시개발구역 주민 설명회 추가 개최", _DONE, -4,
     "주민 162명 참석, 의견 47건 접수"),
    ("도시계획과", "장기미집행 도로 중 통학로 구간을 우선 보상", _GOING, 38,
     "대상 9개 노선 중 5개 노선 감정평가 의뢰"),
    ("도로과", "시도 3호선 확장 구간의 야간 안전시설 보강", _DONE, -5,
     "점멸등 46개, 임시 가로등 18본 설치"),
    ("도로과", "결빙 취약 교량 12곳에 자동염수분사장치 설치", _LATE, 30,
     "9곳 설치, 3곳은 전기 인입 협의로 2주 지연"),
    ("교통행정과", "수능일 대중교통 증차와 수험생 수송 대책 시행", _DONE, -4,
     "시내버스 22대 증차, 수송 차량 14대 운영"),
    ("교통행정과", "어린이보호구역 통학버스 승하차 구역 재정비", _GOING, 21,
     "28개 학교 중 19개 학교 현장 조사"),
    ("복지정책과", "겨울철 위기가구 발굴 조사를 이통장과 함께 실시", _GOING, 35,
     "조사 대상 3,412가구 중 1,905가구 방문"),
    ("노인복지과", "경로당 난방시설 점검 결과와 교체 계획 보고", _DONE, -3,
     "318곳 점검, 노후 보일러 27대 연내 교체"),
    ("아동보육과", "야간연장 어린이집을 산업단지 인근에 추가 지정", _GOING, 16,
     "2곳 신청, 현장 확인 후 12월 지정"),
    ("보건정책과", "독감 예방접종률이 낮은 읍면동에 찾아가는 접종", _GOING, 9,
     "4개 면 8회 실시, 어르신 접종률 71.4%"),
    ("지역경제과", "연말 한장사랑상품권 할인율 상향 검토", _DONE, -1,
     "12월 한 달 10% 할인, 발행 규모 40억 원"),
    ("지역경제과", "전통시장 화재 안전 합동점검", _GOING, 4,
     "6개 시장 중 4개 시장 점검, 지적 38건 중 29건 조치"),
    ("농업정책과", "가을 수매 대기 시간을 줄이는 예약제 도입", _DONE, -6,
     "3개 수매장 적용, 평균 대기 95분에서 32분으로 단축"),
    ("문화예술과", "문화예술회관 객석 의자 교체 기간의 대관 대책", _GOING, 12,
     "대관 17건 중 14건을 청소년수련관으로 변경"),
    ("관광진흥과", "한장호 둘레길 3구간의 안내판 오류 정비", _DONE, -2,
     "안내판 34개 중 9개 교체"),
    ("환경정책과", "미세먼지 계절관리제 대응 상황실 운영", _GOING, 98,
     "사업장 46곳 점검, 단속카메라 5대 운영"),
    ("자원순환과", "명절 이후 늘어난 불법투기 취약지 집중 단속", _DONE, -3,
     "취약지 42곳 단속, 과태료 63건 부과"),
    ("상하수도과", "동파 취약 계량기 보온 조치를 11월 안에 마칠 것", _GOING, 7,
     "대상 5,208전 중 4,617전 완료(88.7%)"),
    ("산림공원과", "가을 산불조심기간 마을별 소각 금지 홍보", _GOING, 22,
     "마을방송 주 3회, 감시원 84명 배치"),
    ("건축과", "공사 중단 건축물의 안전울타리 보강", _LATE, 15,
     "5곳 중 3곳 완료, 2곳은 소유자 협의로 지연"),
)  # fmt: skip
"""Department, instruction, state, days until (or since) it is due, what was done."""


def directives(monday: date) -> Paper:
    """How far the instructions of the last meetings are."""
    states = Counter(state for _, _, state, _, _ in _DIRECTIVES)
    count = len(_DIRECTIVES)
    return Paper(
        title="1. 지난주 지시사항 추진현황",
        department="기획예산과",
        day=full(monday),
        agenda="월요일 간부회의  |  안건 1",
        summary=(
            f"지시사항 {count}건 중 완료 {states[_DONE]}건, 추진 중 {states[_GOING]}건,"
            f" 지연 {states[_LATE]}건",
            "지연 과제는 사유와 만회 대책을 다음 회의에서 해당 부서장이 직접 보고",
        ),
        blocks=(
            Chapter("1", "총괄"),
            Section("추진 상태별 현황"),
            Table(
                (Column("구분", 1), Column("계", 1, "right"),
                 *(Column(state, 1, "right") for state in (_DONE, _GOING, _LATE))),
                (
                    Row(("건수", str(count), *(str(states[s]) for s in (_DONE, _GOING, _LATE)))),
                    Row(("비율", "100.0%",
                         *(percent(states[s], count) for s in (_DONE, _GOING, _LATE)))),
                ),
            ),
            Point("지연 과제 2건 모두 외부 협의가 원인: 전기 인입(도로과), 소유자 협의(건축과)"),
            Point("기한이 일주일 안으로 다가온 과제는 주간 점검 대상으로 별도 관리"),
            Section("기한이 가까운 과제"),
            Bars(_due()),
            Note("기한은 회의일부터 세며, 완료한 과제는 넣지 않았습니다."),
            NewPage(),
            Chapter("2", "과제별 추진현황"),
            _table(monday),
            Note("완료 과제는 다음 주부터 빼고, 성과가 필요한 과제는 분기별로 점검합니다."),
        ),
    )  # fmt: skip


def _due() -> tuple[tuple[str, float, str], ...]:
    """How many unfinished instructions are due within a week, a month, later."""
    days = [days for _, _, state, days, _ in _DIRECTIVES if state != _DONE]
    counts = (
        ("일주일 이내", sum(each <= 7 for each in days)),
        ("2주 이내", sum(7 < each <= 14 for each in days)),
        ("한 달 이내", sum(14 < each <= 31 for each in days)),
        ("한 달 이후", sum(each > 31 for each in days)),
    )
    return tuple((name, float(count), f"{count}건") for name, count in counts)


def _table(monday: date) -> Table:
    rows = tuple(
        Row((str(at), department, what, state, short(after(monday, days)), done))
        for at, (department, what, state, days, done) in enumerate(_DIRECTIVES, start=1)
    )
    return Table(
        (
            Column("번호", 0.6, "centre"),
            Column("부서", 1.2, "centre"),
            Column("지시사항", 2.2),
            Column("상태", 0.85, "centre"),
            Column("기한", 1.15, "centre"),
            Column("추진 내용", 2.3),
        ),
        rows,
        size=10,
    )
