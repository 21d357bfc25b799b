"""Item 4: the mayor visits the city's twelve towns and quarters."""

from datetime import date

from service.demo.calendar import after, full, short
from service.demo.paper import (
    Bars,
    Column,
    Detail,
    NewPage,
    Note,
    Paper,
    Point,
    Row,
    Section,
    Table,
)

_STOPS = (
    (1, "19:00", "새빛동", "행정복지센터 3층", 120, "통학로 보도 확장"),
    (3, "19:00", "너른면", "복지회관", 90, "농어촌버스 증편"),
    (8, "19:00", "한장동", "주민자치센터", 150, "공영주차장 조성"),
    (9, "14:00", "솔재면", "면사무소 회의실", 80, "제설기 추가 배치"),
    (10, "19:00", "두물읍", "읍민회관", 160, "국민체육센터 이용"),
    (14, "14:00", "가온면", "면사무소 회의실", 75, "저수지 둑 보수"),
    (15, "19:00", "누리동", "작은도서관", 110, "어린이공원 그늘막"),
    (16, "19:00", "다솜동", "행정복지센터 2층", 130, "쓰레기 배출장소"),
    (17, "14:00", "미르면", "복지회관", 70, "마을 상수도 교체"),
    (21, "19:00", "온새동", "주민자치센터", 115, "야간 가로등"),
    (22, "14:00", "해들면", "농협 회의실", 85, "로컬푸드 직매장"),
    (23, "19:00", "아라동", "행정복지센터 4층", 140, "상가 침수 예방"),
)

_LAST_YEAR = (
    ("도로·교통", 78, 66),
    ("생활환경", 52, 45),
    ("농업·농촌", 37, 33),
    ("복지·보건", 29, 26),
    ("문화·체육", 18, 13),
)


def town_tour(monday: date) -> Paper:
    """Where, when, with how many people, and what they are going to ask."""
    people = sum(stop[4] for stop in _STOPS)
    asked = sum(row[1] for row in _LAST_YEAR)
    done = sum(row[2] for row in _LAST_YEAR)
    evening = sum(stop[1] == "19:00" for stop in _STOPS)
    return Paper(
        title="4. 읍면동 순회 간담회 추진계획",
        department="자치행정과",
        day=full(monday),
        agenda="월요일 간부회의  |  안건 4",
        summary=(
            f"{short(after(monday, 1))}부터 {short(after(monday, 23))}까지"
            f" {len(_STOPS)}개 읍면동, 주민 {people:,}명 참석",
            f"생업 시간을 피해 {evening}곳은 저녁 7시에 열고, 건의는 현장에서 답함",
        ),
        blocks=(
            Section("운영 방법"),
            Point("시정 설명 10분, 주민 건의와 답변 70분, 마무리 10분"),
            Detail("건의사항은 사전에 접수하여 담당 부서장이 현장 확인 후 참석"),
            Point("수어 통역과 휠체어 자리를 모든 회차에 준비"),
            Section("읍면동별 일정"),
            Table(
                (
                    Column("일자", 1.1, "centre"),
                    Column("시간", 0.7, "centre"),
                    Column("읍면동", 0.9, "centre"),
                    Column("장소", 1.6),
                    Column("참석(명)", 0.9, "right"),
                    Column("주요 건의 예상", 1.8),
                ),
                (
                    *(
                        Row((short(after(monday, day)), hour, town, place, str(count), wish))
                        for day, hour, town, place, count, wish in _STOPS
                    ),
                    Row(("합계", "", f"{len(_STOPS)}곳", "", f"{people:,}", ""), "sum"),
                ),
            ),
            NewPage(),
            Section(f"지난해 건의 {asked}건의 처리"),
            Bars(
                tuple(
                    (name, float(count), f"{count}건 중 {settled}건 처리")
                    for name, count, settled in _LAST_YEAR
                )
            ),
            Point(f"처리 {done}건({done / asked:.1%}), 나머지 {asked - done}건은 예산 반영 검토"),
            Section("부서 협조사항"),
            Point("담당 부서장은 회차 이틀 전까지 예상 건의 답변서를 제출"),
            Point("답변은 가능·불가능·검토를 분명히 하고, 검토는 회신 날짜를 함께 말할 것"),
            Note("기상 악화 때는 하루 전 15시에 연기 여부를 정하여 문자로 알립니다."),
        ),
    )  # fmt: skip
