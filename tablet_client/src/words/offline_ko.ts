/** The packet given out, kept on the tablet, and the time without a network, in Korean. */
export const offline = {
  publish: "자료 배포",
  publishAsk:
    "참석자가 회의 전에도 자료를 읽고 적을 수 있게 됩니다. 자료는 태블릿에 담겨 연결이 끊겨도 볼 수 있습니다. 배포할까요?",
  recall: "배포 거두기",
  recallAsk:
    "참석자의 화면에서 자료가 바로 사라지고, 태블릿에 담긴 자료도 지워집니다. 참석자가 적은 필기는 남습니다. 거둘까요?",
  given: "배포됨",
  givenHint: "참석자가 자료를 읽을 수 있습니다",
  notGiven: "배포 전",
  notGivenHint: "참석자에게는 안건만 보입니다",
  noStore: "기기에 저장하지 않음",
  noStoreHint: "태블릿에 자료를 담지 않습니다. 연결이 끊기면 이 안건의 자료는 볼 수 없습니다.",

  mayRead: "자료를 미리 볼 수 있습니다",
  mayReadHint: "미리 적은 필기는 회의가 시작된 뒤에도 그대로 있습니다.",
  read: "자료 보기",
  recalled: "자료를 거두었습니다",
  recalledHint: "간사가 다시 배포하면 여기에 나타납니다. 적어 둔 필기는 지워지지 않습니다.",
  started: (when: string) => `${when}에 시작했습니다`,
  held: (when: string) => `${when}에 열린 회의입니다`,

  title: "이 태블릿의 자료",
  ready: "오프라인 준비됨",
  readyAbout: (pages: number, size: string) => `${pages.toLocaleString("ko-KR")}쪽 · ${size}`,
  readyHint: "연결이 끊겨도 자료를 읽고 적을 수 있습니다.",
  withheld: (pages: number) =>
    `${pages.toLocaleString("ko-KR")}쪽은 기기에 저장하지 않는 자료라서 연결된 동안에만 보입니다.`,
  fetching: "자료를 태블릿에 담고 있습니다",
  progress: (kept: number, of: number, size: string) => `${of}쪽 중 ${kept}쪽 · ${size}`,
  drawing: "서버가 쪽을 그리는 대로 이어서 담습니다.",
  paused: "회의 진행을 먼저 하려고 잠시 쉬고 있습니다.",
  away: "연결되면 이어서 담습니다.",
  full: "저장 공간이 부족합니다",
  fullHint:
    "필기를 먼저 지키려고 자료를 더 담지 않습니다. 태블릿의 공간을 비운 뒤 다시 담을 수 있습니다.",
  none: "담긴 자료가 없습니다.",
  unable: "이 브라우저는 자료를 담아 두지 못합니다. 연결된 동안에는 그대로 쓸 수 있습니다.",
  insecure:
    "이 주소에서는 연결이 끊긴 채로 화면을 다시 열 수 없습니다. 끊기기 전에 열어 둔 화면은 계속 쓸 수 있습니다.",
  keepAgain: "태블릿에 담기",
  remove: "태블릿에서 지우기",
  removeAsk: "이 태블릿에 담긴 자료를 지울까요? 적은 필기는 지워지지 않습니다.",
  banner: "연결 없음 · 적은 것은 이 태블릿에 있습니다",
  bannerFull: "저장 공간 부족 · 새로 적은 것은 이 화면을 닫기 전까지만 남습니다",
};
