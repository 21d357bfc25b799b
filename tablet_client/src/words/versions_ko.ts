import { particleRo } from "./particle.ts";

interface PageCounts {
  same: number;
  changed: number;
  added: number;
  removed: number;
}

/** New versions of documents and the ink on them, in Korean. */
export const versions = {
  version: (n: number) => `${n}판`,
  replace: "새 판으로 바꾸기",
  replaceOf: (name: string) => `‘${name}’ 새 판으로 바꾸기`,
  replaceHint: "보던 쪽은 그대로 있고, 필기는 같은 쪽을 따라갑니다.",
  twin: (name: string) => `이 안건에 ‘${name}’ 자료가 이미 있습니다. 새 판으로 바꿀까요?`,
  addBeside: "따로 추가하기",
  comparing: "두 판을 견주고 있습니다. 그동안 모두 지금 판을 봅니다.",
  oldStays: "지금 판이 그대로 있습니다.",
  replaced: (version: number) => `새 판(${version}판)으로 바꿨습니다.`,
  counts: ({ same, changed, added, removed }: PageCounts) =>
    [
      same > 0 && `${same}쪽 그대로`,
      changed > 0 && `${changed}쪽 바뀜`,
      added > 0 && `${added}쪽 새로`,
      removed > 0 && `${removed}쪽 없어짐`,
    ]
      .filter(Boolean)
      .join(", "),
  sameFile: "지금 판과 같은 파일입니다. 바뀐 것이 없습니다.",
  byNumber: "두 판을 견주지 못했습니다. 쪽 수가 같아 필기는 쪽 번호대로 옮겼습니다.",
  notCarried:
    "두 판을 견주지 못했고 쪽 수도 다릅니다. 필기는 앞 판에 남았고, 쓴 사람이 옮길 수 있습니다.",
  renameToo: (name: string) => `이름도 ‘${name}’${particleRo(name)} 바꾸기`,

  nowReading: (version: number) => `이 자료가 새 판(${version}판)으로 바뀌었습니다`,
  nowChanged: (version: number) =>
    `이 자료가 새 판(${version}판)으로 바뀌었고, 이 쪽의 내용도 바뀌었습니다`,
  pageGone: (version: number) =>
    `이 자료가 새 판(${version}판)으로 바뀌면서 보던 쪽이 없어져 가까운 쪽을 보입니다`,
  changed: "이 쪽은 새 판에서 바뀌었습니다",
  added: "이 쪽은 새 판에서 새로 들어왔습니다",
  gotIt: "알겠습니다",

  left: "자리를 잃은 필기",
  leftNote: (count: number) => `새 판에서 자리를 잃은 필기가 ${count}개 있습니다`,
  leftShow: (count: number) => `자리를 잃은 필기 ${count}개 보기`,
  leftHint: "새 판에 없는 쪽에 쓴 필기입니다. 옮기거나 버리기 전까지 그대로 남아 있습니다.",
  leftNone: "자리를 잃은 필기가 없습니다.",
  leftPage: (version: number, page: number) => `${version}판 ${page}쪽`,
  marks: (count: number) => `필기 ${count}개`,
  layerCount: (layer: string, count: number) => `${layer} ${count}개`,
  oldPage: (name: string, version: number, page: number) =>
    `‘${name}’ ${version}판 ${page}쪽과 그 위의 필기`,
  readingInk: "필기를 불러오고 있습니다",
  othersStay: "다른 사람이 함께 쓴 필기는 보이기만 합니다.",
  moveTo: "옮길 쪽",
  moveGo: (page: number) => `${page}쪽으로 옮기기`,
  moved: (count: number, page: number) => `필기 ${count}개를 ${page}쪽으로 옮겼습니다`,
  notMoved: (count: number) => `필기 ${count}개는 옮기지 못해 그대로 두었습니다`,
  throwAway: "버리기",
  throwAwayAsk: (count: number) => `이 쪽의 내 필기 ${count}개를 버릴까요? 되돌릴 수 없습니다.`,
  leave: "그대로 두기",
};

export type VersionWords = typeof versions;
