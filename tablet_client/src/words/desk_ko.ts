import type { Carried } from "../protocol/messages.ts";

/** The secretary's desk, in Korean. */
export const desk = {
  list: "회의 목록",
  editMeeting: "회의 정보 고치기",
  summary: (people: number, items: number, pages: number) =>
    `참석 ${people}명 · 안건 ${items} · ${pages.toLocaleString("ko-KR")}쪽`,
  open: "회의 열기",
  openAsk: "회의를 열까요? 모든 참석자의 태블릿에 자료가 보입니다.",
  close: "회의 마치기",
  closeAsk: "회의를 마칠까요? 자료와 필기는 남고, 쪽 넘김과 함께 쓰기는 끝납니다.",
  reopen: "다시 열기",
  preview: "참석자 화면 미리보기",
  drop: "PDF 파일을 여기에 놓거나",
  pick: "파일 고르기",
  dropAfter: "이름을 보고 안건을 찾아 넣습니다",
  placed: (name: string, item: string) => `‘${name}’ 자료를 ‘${item}’ 안건에 올립니다.`,
  placedMany: (count: number, items: number) =>
    `파일 ${count}개를 안건 ${items}개에 나누어 올립니다.`,
  unmatched: (count: number, item: string) =>
    `이름으로 안건을 찾지 못한 파일 ${count}개는 ‘${item}’ 안건에 넣었습니다. 옮길 수 있습니다.`,
  addItem: "안건 추가",
  itemTitle: "안건 제목",
  department: "부서",
  reporter: "보고자",
  plannedMinutes: "예정 시간(분)",
  titleMissing: "안건 제목을 적어 주세요.",
  editItem: (title: string) => `‘${title}’ 안건 고치기`,
  removeItem: (title: string) => `‘${title}’ 안건 삭제`,
  removeItemAsk: (title: string, documents: number) =>
    documents === 0
      ? `‘${title}’ 안건을 삭제할까요? 되돌릴 수 없습니다.`
      : `‘${title}’ 안건과 자료 ${documents}개를 삭제할까요? 되돌릴 수 없습니다.`,
  dragItem: (title: string) => `‘${title}’ 안건 끌어서 옮기기`,
  itemUp: (title: string) => `‘${title}’ 안건 위로`,
  itemDown: (title: string) => `‘${title}’ 안건 아래로`,
  upload: "자료 올리기",
  uploadTo: (title: string) => `‘${title}’ 안건에 자료 올리기`,
  noItems: "아직 안건이 없습니다",
  noItemsHint: "안건을 적으면 그 아래에 PDF를 끌어다 놓을 수 있습니다.",
  ready: "준비됨",
  drawing: (done: number, all: number) => `${done} / ${all}쪽`,
  drawingLabel: (name: string) => `‘${name}’ 쪽 그리기`,
  sending: (sent: string, all: string) => `${sent} / ${all}`,
  sendingLabel: (name: string) => `‘${name}’ 올리기`,
  waiting: "차례를 기다립니다",
  checking: "파일을 확인하고 있습니다",
  view: (name: string) => `‘${name}’ 열어 보기`,
  actions: (name: string) => `‘${name}’ 자료에 할 일`,
  rename: "이름 바꾸기",
  renameLabel: "자료 이름",
  moveTo: "다른 안건으로 옮기기",
  removeDocument: "자료 삭제",
  removeDocumentAsk: (name: string) => `‘${name}’ 자료를 삭제할까요? 되돌릴 수 없습니다.`,
  uploadAgain: "다시 올리기",
  password: "파일 암호",
  passwordSend: "암호로 열기",
  dismiss: "목록에서 지우기",
  failedPages: (count: number) => `그리지 못한 쪽 ${count}`,
  failedPage: (page: number) => `${page}쪽`,
  retryPage: "다시 그리기",
  carries: (what: readonly string[]) =>
    `쪽 말고 다른 것도 들어 있는 파일입니다: ${what.join(", ")}. 실행하거나 열지 않고 쪽만 보여 줍니다.`,
  carried: {
    javascript: "스크립트(JavaScript)",
    launch: "프로그램 실행 명령",
    embedded_files: "첨부된 파일",
    remote: "바깥 파일이나 주소로 이어지는 참조",
    multimedia: "소리나 동영상, 3D",
    form_sending: "양식 보내기",
  } satisfies Record<Carried, string>,
  reduced: (pages: string) =>
    `너무 무거워 절반 크기로 그린 쪽: ${pages}. 확대하면 선명하게 보입니다.`,
  scanned: (pages: string) =>
    `글자 없이 그림만 있는 쪽(스캔): ${pages}. 찾기와 화면 낭독이 되지 않습니다.`,
};
