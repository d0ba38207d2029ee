"use client";

import { useState } from "react";
import { useKnown } from "@/components/news/news-context";
import { downloadUrl } from "@/components/stage/media-url";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Note } from "@/components/ui/note";
import { keepTake } from "@/lib/actions/takes";
import { catalogEntry } from "@/lib/domain/catalog/catalog";
import { canKeepMore } from "@/lib/domain/history/keep";
import { takeTitle } from "@/lib/domain/take/title";
import type { TakeView } from "@/lib/domain/take/view";
import type { Generate } from "./use-generate";
import { gatewayOf } from "./wish";

/** What must be known before a click is sent: a price nobody publishes, or a paid film that would make room. */
export function AskDialog({ generate }: { generate: Generate }) {
	const { state } = generate;
	if (state.kind !== "asking") return null;
	const { wish, unknownPrice, leaving } = state;
	const { label } = catalogEntry(gatewayOf(wish));
	return (
		<Dialog title="Before it is sent" open onClose={generate.dismiss}>
			<div className="grid gap-4">
				{unknownPrice && (
					<p className="text-pretty">
						{label} publishes no price for this model. It counts against your limit at the dearest listed rate, as an
						assumption; what {label} charges stands in your account there.
					</p>
				)}
				{leaving.length > 0 && (
					<div className="grid gap-2">
						<p className="text-pretty">
							The history holds 20 takes. To make room, {leaving.length === 1 ? "this film" : "these films"} you paid
							for will leave, and can be restored for 24 hours:
						</p>
						<ul className="grid gap-2">
							{leaving.map((take) => (
								<LeavingTake key={take.id} take={take} generate={generate} />
							))}
						</ul>
					</div>
				)}
				<div className="flex justify-end gap-2">
					<Button look="quiet" onClick={generate.dismiss}>
						Not now
					</Button>
					<Button look="primary" onClick={generate.confirm}>
						Send it
					</Button>
				</div>
			</div>
		</Dialog>
	);
}

/** Kept, it stays; who leaves instead is named at the next press on Generate. */
function LeavingTake({ take, generate }: { take: TakeView; generate: Generate }) {
	const { takes } = useKnown();
	const [problem, setProblem] = useState<string | null>(null);
	const room = canKeepMore(takes.filter((each) => each.labels.keep).length);
	async function keep() {
		const kept = await keepTake({ takeId: take.id, keep: true }).catch(() => null);
		if (kept?.ok) generate.dismiss();
		else setProblem(kept?.problem.sentence ?? "The server did not answer. Press Keep again.");
	}
	return (
		<li className="grid gap-1 rounded-control bg-well p-2">
			<div className="flex items-center gap-2">
				<span className="min-w-0 grow truncate text-sm">{takeTitle(take)}</span>
				{take.state.kind === "ready" && (
					<a
						href={downloadUrl(take.state.media.mediaId)}
						download
						className="touchable inline-flex items-center text-sm underline underline-offset-3"
					>
						Download
					</a>
				)}
				<Button icon="pin" disabled={!room.ok} onClick={() => void keep()}>
					Keep
				</Button>
			</div>
			{!room.ok && <Note>{room.problem}</Note>}
			{problem && <Note tone="refusal">{problem}</Note>}
		</li>
	);
}
