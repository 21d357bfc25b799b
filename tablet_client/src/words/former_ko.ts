/** Notes that a seat which is over did not send, in Korean. */
export const former = {
  stay: (n: number) =>
    `보내지 못한 필기 ${n}개는 이 태블릿에 그대로 있습니다. 이 태블릿에서 같은 이름으로 이 회의에 다시 들어오면 이어받을 수 있습니다.`,
  left: (n: number) =>
    `이 태블릿에 보내지 못한 필기 ${n}개가 남아 있습니다. 전에 같은 이름으로 쓴 것입니다.`,
  takeOver: "이어받기",
  taken: (n: number) => `필기 ${n}개를 이어받았습니다.`,
  throwAway: "버리기",
  throwAwayAsk: (n: number) =>
    `필기 ${n}개를 이 태블릿에서 지웁니다. 되돌릴 수 없습니다. 버릴까요?`,
  thrownAway: "버렸습니다.",
  unable: "지금은 할 수 없습니다. 필기는 그대로 있습니다.",
};
