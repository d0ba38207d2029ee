"use client";

import { useTakeActs } from "@/components/history/use-take-acts";
import { downloadUrl } from "@/components/stage/media-url";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { catalogEntry } from "@/lib/domain/catalog/catalog";
import { takeTitle } from "@/lib/domain/take/title";
import type { TakeView } from "@/lib/domain/take/view";
import type { Generate } from "./use-generate";

/** What must be known before a click is sent: a price nobody publishes, or a paid film that would make room. */
export function AskDialog({ generate }: { generate: Generate }) {
	const { state } = generate;
	if (state.kind !== "asking") return null;
	const { order, unknownPrice, leaving } = state;
	const { label } = catalogEntry(order.gateway);
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
								<LeavingTake key={take.id} take={take} onKept={generate.dismiss} />
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

function LeavingTake({ take, onKept }: { take: TakeView; onKept: () => void }) {
	const acts = useTakeActs();
	return (
		<li className="flex items-center gap-2 rounded-control bg-well p-2">
			<span className="min-w-0 grow truncate text-sm">{takeTitle(take)}</span>
			{take.state.kind === "ready" && (
				<a href={downloadUrl(take.state.media.mediaId)} download className="text-sm underline underline-offset-3">
					Download
				</a>
			)}
			<Button
				icon="pin"
				onClick={() => {
					acts.run("keep", take);
					onKept();
				}}
			>
				Keep
			</Button>
		</li>
	);
}
