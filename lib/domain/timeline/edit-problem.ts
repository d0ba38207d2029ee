import { type Result, refuse } from "../result";
import { MAX_SHOTS, MAX_STORED_CHARS, MAX_TOTAL_SECONDS, MIN_TOTAL_SECONDS, type Shots } from "../shot";

/** Why an edit cannot be done, and what would help, in words for the person. */
const SENTENCES = {
	"unknown-shot": "That shot is no longer there: choose another.",
	"unknown-edge": "That edge is no longer there: choose another.",
	"no-shots": "There is no shot in this: write at least one.",
	"only-shot": "A film needs at least one shot: add another before you delete this one.",
	"too-many-shots": `A film has at most ${MAX_SHOTS} shots: delete one first.`,
	"too-short-to-split": "A shot of 1 second cannot be split: give it more seconds first.",
	"shot-too-short": "A shot needs at least 1 second: shorten another shot, or delete this one.",
	"neighbour-too-short":
		"The shot beside it pays for this and needs at least 1 second: turn on Ripple to change the total instead.",
	"no-neighbour": "One shot alone has none to trade seconds with: turn on Ripple, change Duration or add a shot.",
	"no-second-to-spare": "Every shot has only 1 second, so none can spare any: turn on Ripple or raise Duration first.",
	"film-full": `The film already lasts ${MAX_TOTAL_SECONDS} seconds, the most there is: shorten a shot or turn off Ripple first.`,
	"film-too-short": `A film lasts at least ${MIN_TOTAL_SECONDS} seconds: lengthen another shot first.`,
	"film-too-long": `A film lasts at most ${MAX_TOTAL_SECONDS} seconds: shorten another shot first.`,
	"film-length": `A film lasts ${MIN_TOTAL_SECONDS} to ${MAX_TOTAL_SECONDS} seconds: choose a length in between.`,
	"more-shots-than-seconds": "Each shot needs at least 1 second: delete a shot to make the film this short.",
	"already-first": "This shot is already the first.",
	"already-last": "This shot is already the last.",
	"not-whole-seconds": "Seconds are whole numbers: choose one without a fraction.",
	"too-many-characters": `That is more than ${MAX_STORED_CHARS} characters, too many to keep: shorten it.`,
	"not-one-shot": "The prompt belongs to One shot: switch Mode to One shot first.",
	"not-shots": "The timeline belongs to Shots: switch Mode to Shots first.",
} as const;

export type EditProblemCode = keyof typeof SENTENCES;

export interface EditProblem {
	readonly code: EditProblemCode;
	readonly sentence: string;
}

export type ShotsEdit = Result<Shots, EditProblem>;

export function refuseEdit(code: EditProblemCode): Result<never, EditProblem> {
	return refuse({ code, sentence: SENTENCES[code] });
}
