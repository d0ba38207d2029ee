"use client";

import { mediaUrl } from "@/components/stage/media-url";
import { Icon } from "@/components/ui/icon";
import { joinClasses } from "@/components/ui/join-classes";
import { Note } from "@/components/ui/note";
import { catalogEntry } from "@/lib/domain/catalog/catalog";
import { formatMoney } from "@/lib/domain/money-text";
import { type ActionOffer, availableActions, type TakeAction } from "@/lib/domain/take/actions";
import { STATE_WORDS } from "@/lib/domain/take/state";
import { takeTitle } from "@/lib/domain/take/title";
import type { TakeView } from "@/lib/domain/take/view";
import { type StatusText, statusText } from "./status-text";
import { TakeActions } from "./take-actions";
import { useNow } from "./use-now";

interface TakeItemProps {
	readonly take: TakeView;
	readonly open: boolean;
	readonly keptCount: number;
	readonly samplesMs: readonly number[];
	readonly onAct: (action: TakeAction, take: TakeView) => void;
	/** Why the last action on it did not work. */
	readonly problem: string | null;
}

export function TakeItem({ take, open, keptCount, samplesMs, onAct, problem }: TakeItemProps) {
	const nowMs = useNow();
	const entry = catalogEntry(take.gateway);
	const offers: readonly ActionOffer[] = availableActions(take, entry, keptCount);
	const status = statusText(take, nowMs ?? take.createdAtMs, samplesMs);
	const title = takeTitle(take);
	return (
		<li
			className={joinClasses(
				"grid gap-2 rounded-panel p-2.5 transition-colors duration-120",
				open ? "bg-raised" : "hover:bg-raised/50",
			)}
		>
			<div className="relative flex gap-3">
				<Poster take={take} />
				<div className="min-w-0 grow">
					<h3 className="line-clamp-2 text-sm">
						<button
							type="button"
							aria-current={open}
							onClick={() => onAct("open", take)}
							className="text-left outline-none after:absolute after:inset-0 after:rounded-control focus-visible:after:outline-2 focus-visible:after:outline-accent-ink"
						>
							<span className="sr-only">Open </span>
							{title}
						</button>
					</h3>
					<StateLine take={take} status={status} />
					<p className="tabular mt-0.5 text-quiet text-xs">
						{entry.label} · {priceShown(take)}
					</p>
				</div>
			</div>
			{status.progress !== null && <Progress value={status.progress} />}
			{problem && <Note tone="refusal">{problem}</Note>}
			<TakeActions offers={offers} kept={take.labels.keep} onAct={(action) => onAct(action, take)} />
		</li>
	);
}

const STATE_LOOKS: Readonly<Partial<Record<TakeView["state"]["kind"], string>>> = {
	ready: "text-good",
	failed: "text-bad",
	"outcome-unknown": "text-warn",
};

function StateLine({ take, status }: { take: TakeView; status: StatusText }) {
	return (
		<p className="tabular mt-0.5 line-clamp-3 text-xs">
			<span className={joinClasses("font-medium", STATE_LOOKS[take.state.kind])}>{STATE_WORDS[take.state.kind]}</span>
			{status.detail && <span className={status.urgent ? "text-warn" : "text-quiet"}> · {status.detail}</span>}
		</p>
	);
}

function Poster({ take }: { take: TakeView }) {
	const shape = "h-14 w-20 shrink-0 rounded-control bg-black object-cover";
	if (take.state.kind === "ready" && take.extras?.hasPoster)
		return <img src={mediaUrl(take.state.media.mediaId, "poster")} alt="" className={shape} />;
	return (
		<span aria-hidden="true" className={joinClasses(shape, "grid place-items-center text-edge-strong")}>
			<Icon name="film" />
		</span>
	);
}

function Progress({ value }: { value: number }) {
	return (
		<div
			role="progressbar"
			aria-label="Rendered"
			aria-valuemin={0}
			aria-valuemax={100}
			aria-valuenow={Math.round(value * 100)}
			className="h-0.5 overflow-hidden rounded-full bg-edge"
		>
			<div className="h-full origin-left bg-accent transition-transform" style={{ transform: `scaleX(${value})` }} />
		</div>
	);
}

function priceShown({ payer, shown }: Pick<TakeView, "payer" | "shown">): string {
	if (payer.kind === "free") return "free";
	return shown.quote.kind === "exact" ? formatMoney(shown.quote.total) : "price not published";
}
