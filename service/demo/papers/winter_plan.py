"""Item 3: how the city gets through the winter."""

from datetime import date

from service.demo.calendar import after, full, short
from service.demo.paper import (
    Block,
    Chapter,
    Column,
    Detail,
    NewPage,
    Note,
    Paper,
    Pillars,
    Point,
    Row,
    Section,
    Table,
    Timeline,
    number,
)

_GEAR = (
    ("제설차(15톤)", "대", 14, 14, "임차 6대 포함"),
    ("제설차(소형)", "대", 10, 12, "골목길용 2대 추가"),
    ("살포기", "대", 31, 33, "읍면동 배치"),
    ("염화칼슘", "톤", 1_420, 1_860, "전년 사용량의 131%"),
    ("소금", "톤", 2_600, 2_800, "야적장 2곳"),
    ("모래주머니", "개", 8_500, 9_000, "비탈길 214곳"),
)

_SPOTS = (
    ("한장동", 6, 4, 11.2),
    ("새빛동", 4, 3, 6.8),
    ("두물읍", 7, 5, 18.4),
    ("너른면", 5, 2, 14.9),
    ("솔재면", 9, 6, 22.7),
)

_SNOW = (
    ("11월", 3.1, 4.6),
    ("12월", 9.8, 12.4),
    ("1월", 14.2, 17.9),
    ("2월", 8.7, 6.3),
    ("3월", 2.4, 1.8),
)


def winter_plan(monday: date) -> Paper:
    """The plan against snow, cold and fire, from now to the middle of March."""
    spots = sum(row[1] for row in _SPOTS)
    return Paper(
        title="3. 겨울철 자연재난 종합대책",
        department="안전총괄과",
        day=full(monday),
        agenda="월요일 간부회의  |  안건 3",
        summary=(
            "올겨울은 기온 변동이 크고 12~1월에 많은 눈이 예상됨(평년 대비 강설량 +13%)",
            f"결빙·제설 취약구간 {spots}곳을 지정하고 첫눈 전에 장비·자재 배치를 마침",
        ),
        blocks=(*_outlook(), *_readiness(spots), *_cold(monday), *_calendar(monday)),
    )


def _outlook() -> tuple[Block, ...]:
    return (
        Chapter("1", "여건과 전망"),
        Section("월별 강설량"),
        Pillars(("평년", "올겨울 전망"), _SNOW, "(cm)"),
        Point("최근 5년 재산피해 12억 4천만 원 중 비닐하우스·축사가 78%"),
        Point("아침 출근 시간대(06~09시) 결빙 사고가 하루 전체의 46%를 차지"),
        Section("중점 추진 방향"),
        Point("눈이 오기 전에 움직임: 예보 단계에서 인력과 장비를 미리 배치"),
        Detail("기상 관측망 14곳과 도로 노면온도 감지기 22곳을 상황실에서 함께 봄"),
        Point("사람이 먼저: 홀로 사는 어르신과 거리 노숙인을 매일 확인"),
        Detail("읍면동 복지팀, 생활지원사, 이통장이 구역을 나누어 맡음"),
        Point("주민과 함께: 내 집 앞 눈 치우기, 마을제설단 운영"),
        Detail("제설함 위치를 안전지도에 올리고 누구나 쓸 수 있게 함"),
    )


def _readiness(spots: int) -> tuple[Block, ...]:
    gear = tuple(
        Row((name, unit, number(before), number(ready), remark))
        for name, unit, before, ready, remark in _GEAR
    )
    places = [
        Row((name, str(count), str(steep), str(count - steep), f"{length:.1f}"))
        for name, count, steep, length in _SPOTS
    ]
    steep = sum(row[2] for row in _SPOTS)
    length = sum(row[3] for row in _SPOTS)
    places.append(Row(("합계", str(spots), str(steep), str(spots - steep), f"{length:.1f}"), "sum"))
    return (
        NewPage(),
        Chapter("2", "제설 대책"),
        Section("장비와 자재"),
        Table(
            (
                Column("구분", 1.4),
                Column("단위", 0.6, "centre"),
                Column("지난해", 0.9, "right"),
                Column("올해", 0.9, "right"),
                Column("비고", 1.8),
            ),
            gear,
        ),
        Section("취약구간"),
        Table(
            (
                Column("읍면동", 1.4),
                Column("계(곳)", 1, "right"),
                Column("고갯길·비탈", 1, "right"),
                Column("교량·응달", 1, "right"),
                Column("연장(km)", 1, "right"),
            ),
            tuple(places),
        ),
        Point("예비특보 단계에서 미리 살포하고, 적설 3cm 이상이면 전 노선 동시 제설"),
        Detail("간선도로 2시간, 이면도로 4시간 안에 1차 제설 완료를 목표로 함"),
        Detail("버스노선 우선, 통학로와 병원 진입로를 다음 순위로 지정"),
        Point("마을제설단 182개 반(트랙터 부착 제설기 146대)에 유류비와 보험 지원"),
    )


def _cold(monday: date) -> tuple[Block, ...]:
    return (
        Chapter("3", "한파·화재 대책"),
        Section("한파 취약계층 보호"),
        Point("한파쉼터 142곳 운영, 특보가 내리면 96곳은 21시까지 연장"),
        Point("홀로 사는 어르신 4,318명에게 생활지원사 287명이 매일 안부 확인"),
        Point(f"수도 계량기 보온 5,208전을 {short(after(monday, 7))}까지 마침"),
        Detail("동파 신고 24시간 접수, 2시간 안에 교체"),
        Section("화재 예방"),
        Point("전통시장 6곳, 요양시설 38곳, 물류창고 21곳을 소방서와 합동 점검"),
        Point("비닐하우스 주거 112가구에 소화기와 단독경보형 감지기 보급"),
        Section("비상근무 기준"),
        Table(
            (
                Column("단계", 0.8, "centre"),
                Column("발령 기준", 2.2),
                Column("근무 인원", 1, "right"),
                Column("주요 조치", 2.4),
            ),
            (
                Row(("관심", "예비특보, 적설 1cm 미만 예상", "12명", "상황 관리, 자재 적재")),
                Row(("주의", "대설주의보(적설 5cm 이상)", "48명", "사전 살포, 취약구간 배치")),
                Row(("경계", "대설경보(적설 20cm 이상)", "164명", "전 노선 제설, 교통 통제")),
                Row(("심각", "피해 발생 또는 고립 우려", "320명", "재난안전대책본부 가동")),
            ),
        ),
    )


def _calendar(monday: date) -> tuple[Block, ...]:
    return (
        Chapter("4", "추진 일정"),
        Timeline(
            ("11월", "12월", "1월", "2월", "3월"),
            (
                ("사전 대비·점검", 0, 0),
                ("제설 대책기간", 0, 4),
                ("한파쉼터 연장 운영", 1, 3),
                ("전통시장 합동점검", 0, 1),
                ("복구·평가", 4, 4),
            ),
        ),
        Point(f"제설 모의훈련: {short(after(monday, 4))} 14:00, 도로관리사업소"),
        Note("기상 특보에 따라 대책기간을 연장할 수 있습니다."),
    )
