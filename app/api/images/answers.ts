import type { FrameProblem, FrameRefusal } from "@/lib/domain/first-frame/frame-refusal";
import type { Result } from "@/lib/domain/result";
import type { NotAdmitted } from "@/lib/runtime/admit";
import type { TakenIn } from "@/lib/services/take-in-image";

const STATUS: Readonly<Record<FrameProblem, number>> = {
	empty: 400,
	incomplete: 400,
	"bad-crop": 400,
	"bad-request": 400,
	"too-large": 413,
	unsupported: 415,
	unreadable: 422,
	"too-many-pixels": 422,
	"too-small": 422,
	"too-elongated": 422,
	"link-refused": 422,
	"link-ended": 422,
	"link-unavailable": 422,
	limited: 429,
	busy: 503,
	"no-space": 507,
};

export function answerJson(status: number, body: object): Response {
	return Response.json(body, { status, headers: { "cache-control": "no-store" } });
}

export function answerTakenIn(outcome: Result<TakenIn, FrameRefusal>): Response {
	return outcome.ok ? answerJson(201, outcome.value) : answerRefusal(outcome.problem);
}

export function answerRefusal(refusal: FrameRefusal): Response {
	return answerJson(STATUS[refusal.code], refusal);
}

export function refuseEntry({ status, code, sentence }: NotAdmitted): Response {
	return answerJson(status, { code, sentence });
}
