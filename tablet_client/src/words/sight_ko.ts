/** How a tablet shows everything, in Korean. */
export const sight = {
  open: "보기 설정",
  text: "글자 크기",
  sizes: {
    small: "작게",
    normal: "보통",
    larger: "조금 크게",
    large: "크게",
    largest: "가장 크게",
  },
  theme: "화면",
  themeDevice: "기기 설정",
  themeLight: "밝게",
  themeDark: "어둡게",
  contrast: "선명하게",
  contrastHint: "글자와 선을 가장 또렷한 색으로 보여 줍니다.",
  language: "언어",
  notes: "회의 알림",
  skipTo: "바로 가기",
  skip: "본문으로 바로 가기",
};
