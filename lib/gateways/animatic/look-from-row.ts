import "server-only";
import { NO_BILL } from "@/lib/domain/bill";
import type { MediaId } from "@/lib/domain/ids";
import { unreachable } from "@/lib/domain/result";
import { CANCELLED, LOST } from "@/lib/gateways/animatic/failures";
import type { LookOutcome } from "@/lib/ports/gateway";
import type { RenderProgress, RenderRow } from "@/lib/ports/render-store";

const bare = { bill: NO_BILL, rawReply: "" } as const;

/** The film stands in the media store already; only our own renderer may answer with such a link. */
function linkTo(id: MediaId): string {
	return `media:${id}`;
}

function waiting(phase: "queued" | "rendering", progress: RenderProgress | null): LookOutcome {
	const share = progress && progress.framesTotal > 0 ? progress.framesDone / progress.framesTotal : null;
	return {
		kind: "waiting",
		phase,
		progress: share === null ? null : Math.min(1, share),
		etaSeconds: null,
		bill: NO_BILL,
	};
}

export function lookFromRow(row: RenderRow | null): LookOutcome {
	if (!row) return { kind: "failed", failure: LOST, ...bare };
	switch (row.state) {
		case "waiting":
			return waiting("queued", null);
		case "running":
			return waiting("rendering", row.progress);
		case "done":
			if (!row.mediaId) throw new Error("A finished render has no film.");
			return { kind: "done", film: { url: linkTo(row.mediaId), expiresAtMs: null, seconds: null }, ...bare };
		case "failed":
			return { kind: "failed", failure: row.failure ?? LOST, ...bare };
		case "cancelled":
			return { kind: "failed", failure: CANCELLED, ...bare };
		default:
			return unreachable(row.state);
	}
}
