import type { Following } from "../protocol/messages.ts";

/** Leading together, in Korean: requests, modes of following, receipts, items kept back. */
export const steer = {
  title: "진행",
  request: "발표 요청",
  takeBack: "발표 요청 취소",
  requested: "발표를 요청했습니다. 진행하는 사람에게 이름이 보입니다.",
  requests: (n: number) => `발표 요청 ${n}`,
  requestOf: (name: string) => `${name} 님이 발표를 요청했습니다`,
  give: "넘기기",
  giveTo: (name: string) => `넘기기: ${name} 님에게 발표를 맡깁니다`,
  decline: "사양",
  declineOf: (name: string) => `사양: ${name} 님의 요청을 목록에서 지웁니다`,
  lost: (seconds: number) => `발표자의 연결이 끊겼습니다. ${seconds}초 동안 기다립니다.`,
  lostLong: "발표자의 연결이 끊겼습니다. 다른 사람이 진행을 이어받을 수 있습니다.",
  takeUp: "진행 이어받기",
  following: "쪽 넘김",
  modes: { suggest: "제안", follow: "따라가기", hold: "고정" } satisfies Record<Following, string>,
  modeHints: {
    suggest: "발표자의 쪽을 알려 주기만 하고, 쪽은 저마다 넘깁니다.",
    follow: "발표자가 넘기면 함께 넘어가고, 따로 볼 수도 있습니다.",
    hold: "모두 발표자의 쪽에 머물고, 따로 넘길 수 없습니다.",
  } satisfies Record<Following, string>,
  offered: (page: number) => `발표자: ${page}쪽`,
  offeredGo: "누르면 그 쪽으로 갑니다",
  held: "발표자와 함께 보도록 고정되어 따로 넘길 수 없습니다",
  receipts: (all: number, reached: number, page: number | null) =>
    page === null
      ? `${all}명 중 ${reached}명이 함께 봅니다`
      : `${all}명 중 ${reached}명이 ${page}쪽`,
  receiptsShow: "아직 아닌 사람 보기",
  everybody: "모두 같은 쪽을 보고 있습니다.",
  away: "연결 끊김",
  marks: { embargo: "엠바고", closed: "대외비" },
  markHints: {
    embargo: "안건을 열기 전에는 참석자가 자료를 볼 수 없습니다.",
    closed: "배석자와 회의실 화면에는 제목도 자료도 보이지 않습니다.",
  },
  stillVeiled: "참석자에게는 아직 가려져 있습니다",
  openItem: "안건 열기",
  openItemOf: (title: string) => `안건 열기: ‘${title}’ 자료를 모두에게 보입니다`,
  opened: (title: string) => `‘${title}’ 안건을 열었습니다`,
  closedItem: "비공개 안건",
  veiled: {
    embargo: "이 안건의 자료는 아직 공개되지 않았습니다",
    closed: "비공개 안건입니다",
  },
  veiledHints: {
    embargo: "공개되면 여기에 저절로 나타납니다.",
    closed: "다음 안건으로 넘어가면 다시 함께 봅니다.",
  },
};
