import { findAll } from "./match";
import { NUMBERS } from "./words/numbers";

/** How many are meant by a noun at `index`, from the words right before it; `usual` where none says so. */
export function countBefore(text: string, index: number, usual: number): number {
	const before = text.slice(Math.max(0, index - 26), index);
	const clause = before.slice(
		Math.max(...[",", ".", ";", ":", "，", "。", "、"].map((stop) => before.lastIndexOf(stop))) + 1,
	);
	const numbers = findAll(clause, NUMBERS).filter((number) => clause.slice(number.end).split(/\s+/u).length <= 4);
	return numbers.at(-1)?.kind ?? usual;
}
