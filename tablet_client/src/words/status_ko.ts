const number = (n: number) => n.toLocaleString("ko-KR");

/** How the service is, for the person who runs it, in Korean. */
export const status = {
  title: "서비스 상태",
  back: "회의 목록",
  well: "이상 없이 돌아가고 있습니다",
  worthALook: (n: number) => `살펴볼 것이 ${n}가지 있습니다`,
  running: (since: string, lasted: string) => `${since}부터 ${lasted}째 돌고 있습니다`,
  version: (version: string) => `한장 ${version}`,
  refreshed: "2초마다 새로 읽습니다",
  silent: (when: string) =>
    `서버가 대답하지 않습니다. 아래는 ${when}에 들은 것입니다. 계속 다시 묻고 있습니다.`,
  good: "좋음",
  look: "살펴보기",

  seconds: (n: number) => `${n}초`,
  minutes: (n: number) => `${n}분`,
  hours: (h: number, m: number) => (m === 0 ? `${h}시간` : `${h}시간 ${m}분`),
  days: (d: number, h: number) => (h === 0 ? `${d}일` : `${d}일 ${h}시간`),
  ago: (lasted: string) => `${lasted} 전`,

  meetings: "태블릿이 들어와 있는 회의",
  noMeetings: "지금 태블릿이 들어와 있는 회의가 없습니다.",
  moreMeetings: (n: number) => `이 밖에 ${number(n)}개`,
  tablets: "태블릿",
  tabletCount: (n: number) => `${number(n)}대`,
  following: "함께 보는 태블릿",
  entries: "기록",
  entryCount: (n: number) => `${number(n)}번째`,
  lastTurn: "마지막 쪽 넘김",
  noTurn: "아직 없음",

  numbers: "지금 숫자",
  connected: "연결된 태블릿",
  lagging: (n: number) =>
    n === 0 ? "밀린 태블릿이 없습니다" : `${number(n)}대는 보낼 것이 밀려 있습니다`,
  fanOut: "모두에게 보내는 데",
  commit: "디스크에 적는 데",
  lag: "서버가 늦게 움직인 시간",
  worst: (took: string, minutes: number) => `최근 ${minutes}분 동안 가장 길게 ${took}`,
  nothingYet: "아직 없음",
  nothingLately: (minutes: number) => `최근 ${minutes}분 동안 아무 일이 없었습니다`,
  toDraw: "그릴 쪽",
  drawing: (n: number) => `${number(n)}쪽`,
  allDrawn: "모두 그렸습니다",
  stillDrawing: "차례대로 그리고 있습니다",
  disk: "남은 디스크",
  diskOf: (total: string) => `전체 ${total}`,
  memory: "쓰고 있는 메모리",
  memoryLeft: (available: string) => `이 컴퓨터에 ${available} 남음`,
  unknown: "알 수 없음",

  closed: (minutes: number) => `최근 ${minutes}분 동안 나간 태블릿`,
  nobodyClosed: "나간 태블릿이 없습니다.",
  closes: {
    slow: "받는 속도가 느려 잠시 끊음 (스스로 다시 들어옵니다)",
    busy: "저장소가 바빠 잠시 끊음 (스스로 다시 들어옵니다)",
    flooding: "너무 많이 보내 잠시 끊음",
    hello_late: "연결만 하고 인사가 없어 끊음",
    malformed: "알 수 없는 것을 보내 끊음",
    oversized: "너무 큰 것을 보내 끊음",
    unauthorised: "링크가 올바르지 않아 돌려보냄",
    expired: "링크 기한이 지나 내보냄",
    revoked: "거둔 링크라 내보냄",
    elsewhere: "다른 회의의 자리라 돌려보냄",
    outdated: "옛 화면이라 새로 읽게 함",
    foreign: "다른 사이트에서 온 연결이라 막음",
    ended: "화면을 닫고 나감",
    away: "다른 화면으로 감",
    lost: "말없이 끊김 (와이파이, 전원)",
    failed: "서버의 잘못으로 끊김 (까닭은 서버 기록에 있습니다)",
    other: "그 밖의 까닭",
  },

  attention: {
    stopping: {
      what: "서비스가 멈추는 중입니다",
      doThis: "다시 시작하면 태블릿은 스스로 돌아옵니다.",
    },
    storage_read: {
      what: "저장소를 읽지 못합니다",
      doThis: "자료 폴더가 있는 디스크가 이어져 있는지 확인해 주세요.",
    },
    storage_write: {
      what: "저장소에 쓰지 못합니다",
      doThis: "디스크가 가득 찼거나 쓰기가 막혔는지 확인해 주세요. 필기와 쪽 넘김이 멈춥니다.",
    },
    drawing: {
      what: "쪽을 그리는 프로세스가 시작되지 않습니다",
      doThis: "이미 그린 쪽은 보입니다. 메모리와 프로세스 수 한도를 확인해 주세요.",
    },
    disk_low: {
      what: "디스크가 얼마 남지 않았습니다",
      doThis: "2 GB 아래로 내려갔습니다. 새 자료를 올리기 전에 자리를 비워 주세요.",
    },
    memory_low: {
      what: "메모리가 얼마 남지 않았습니다",
      doThis: "512 MB 아래로 내려갔습니다. 이 컴퓨터의 다른 프로그램을 닫아 주세요.",
    },
    commit_slow: {
      what: "디스크에 적는 데 오래 걸립니다",
      doThis: "쪽 넘김이 늦게 느껴집니다. 백업 같은 다른 일이 디스크를 쓰는지 확인해 주세요.",
    },
    fan_out_slow: {
      what: "모두에게 보내는 데 오래 걸립니다",
      doThis: "이 컴퓨터의 다른 프로그램이 프로세서를 쓰는지 확인해 주세요.",
    },
    loop_late: {
      what: "서버가 할 일에 밀려 있습니다",
      doThis: "이 컴퓨터의 다른 프로그램이 프로세서를 쓰는지 확인해 주세요.",
    },
    tablets_slow: {
      what: "받는 속도가 느린 태블릿이 여럿입니다",
      doThis: "회의실 와이파이를 확인해 주세요. 태블릿은 스스로 다시 들어옵니다.",
    },
  },
};
