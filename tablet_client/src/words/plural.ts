/** A number with the English word for so many: "1 page", "1,200 pages". */
export const plural = (n: number, one: string, many: string) =>
  `${n.toLocaleString("en-GB")} ${n === 1 ? one : many}`;
