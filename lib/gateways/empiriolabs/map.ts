import "server-only";
import { z } from "zod";
import { NO_BILL } from "@/lib/domain/bill";
import { EMPIRIOLABS } from "@/lib/domain/catalog/empiriolabs";
import { durationSeconds } from "@/lib/domain/draft";
import type { Answer } from "@/lib/gateways/api";
import { composeJson, dataUri, promptFor, routeFor } from "@/lib/gateways/compose";
import { RULES } from "@/lib/gateways/empiriolabs/errors";
import { findFilmUrl } from "@/lib/gateways/empiriolabs/find-film-url";
import { jobSchema, submittedSchema } from "@/lib/gateways/empiriolabs/wire";
import { failureFromWords } from "@/lib/gateways/failure-from-words";
import { fromFraction, stated } from "@/lib/gateways/numbers";
import { failed, finished, unclear } from "@/lib/gateways/read-look";
import type { AcceptedTask } from "@/lib/gateways/read-start";
import { stageOf } from "@/lib/gateways/status-word";
import type { ComposedRequest, LookOutcome, RenderJob } from "@/lib/ports/gateway";

export function composeRequest({ draft, image }: RenderJob): ComposedRequest {
	const { modelId, path } = routeFor(draft, EMPIRIOLABS);
	return composeJson(path, {
		model: modelId,
		prompt: promptFor(draft, EMPIRIOLABS),
		image: image ? dataUri(image) : undefined,
		negative_prompt: draft.negativePrompt.trim() === "" ? undefined : draft.negativePrompt,
		resolution: draft.resolution,
		aspect_ratio: image ? undefined : draft.ratio,
		duration: durationSeconds(draft),
	});
}

const sentSchema = z.object({ image: z.optional(z.string()) });

export function isTextOnly({ body }: ComposedRequest): boolean {
	return sentSchema.parse(JSON.parse(body)).image === undefined;
}

export function readSubmitted(json: unknown): AcceptedTask | null {
	const submitted = submittedSchema.safeParse(json).data;
	const remoteId = submitted?.job_id ?? /\/v1\/jobs\/([\w-]+)/.exec(submitted?.poll_url ?? "")?.[1];
	return remoteId === undefined ? null : { remoteId, etaSeconds: null, bill: NO_BILL };
}

export function readJob(answer: Answer): LookOutcome {
	const job = answer.isOk ? jobSchema.safeParse(answer.json).data : undefined;
	if (!job) return unclear(answer, RULES);
	const context = { entry: EMPIRIOLABS, answer, bill: NO_BILL };
	const progress = fromFraction(job.progress);
	const stage = stageOf(job.status, progress);
	switch (stage) {
		case "done": {
			const seconds = stated(job.result?.data.at(0)?.duration_seconds ?? null);
			return finished({ url: findFilmUrl(answer.json), expiresAtMs: null, seconds }, context);
		}
		case "failed":
			return failed(failureFromWords(job.error), job.error?.words ?? null, context);
		case "cancelled":
			return failed("cancelled-there", job.error?.words ?? null, context);
		default:
			return { kind: "waiting", phase: stage, progress, etaSeconds: null, bill: NO_BILL };
	}
}
