"use client";

import { useKnown } from "@/components/news/news-context";
import { mediaUrl } from "@/components/stage/media-url";
import { Icon, type IconName } from "@/components/ui/icon";
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
	const { skewMs } = useKnown();
	const nowMs = useNow();
	const entry = catalogEntry(take.gateway);
	const offers: readonly ActionOffer[] = availableActions(take, entry, keptCount);
	const status = statusText(take, nowMs === null ? take.createdAtMs : nowMs + skewMs, samplesMs);
	const title = takeTitle(take);
	return (
		<li
			className={joinClasses(
				"arrives group/take grid gap-1.5 rounded-panel p-2",
				open ? "bg-raised" : "hover:bg-raised/50",
			)}
		>
			<div className="relative flex gap-3">
				<Poster take={take} />
				<div className="min-w-0 grow">
					<h3 className="text-sm wrap-anywhere">
						<button
							type="button"
							aria-current={open}
							onClick={() => onAct("open", take)}
							className="block w-full text-left outline-none after:absolute after:inset-0 after:rounded-control focus-visible:after:outline-2 focus-visible:after:outline-accent-ink"
						>
							<span className="sr-only">Open </span>
							<span className="line-clamp-2">
								{take.labels.star && <Starred />}
								{title}
							</span>
						</button>
					</h3>
					<StateLine kind={take.state.kind} gateway={entry.label} status={status} />
				</div>
			</div>
			{status.progress !== null && <Progress value={status.progress} />}
			{problem && <Note tone="refusal">{problem}</Note>}
			<div className="flex items-end justify-between gap-2">
				<TakeActions
					offers={offers}
					kept={take.labels.keep}
					onAct={(action) => onAct(action, take)}
					className="min-w-0 has-[>button[aria-label]:first-child]:-ml-2 [&_button[aria-label]:not([aria-pressed=true])]:opacity-70 group-focus-within/take:[&_button]:opacity-100! group-hover/take:[&_button]:opacity-100!"
				/>
				<p className="tabular touchable flex shrink-0 items-center justify-end text-xs">{priceShown(take)}</p>
			</div>
		</li>
	);
}

function Starred() {
	return (
		<>
			<Icon name="star" className="-mt-0.5 mr-1 inline size-3.5 fill-current text-accent-ink" />
			<span className="sr-only">Starred: </span>
		</>
	);
}

type StateKind = TakeView["state"]["kind"];

const STATE_LOOKS: Readonly<Partial<Record<StateKind, string>>> = {
	failed: "text-bad",
	"outcome-unknown": "text-warn",
};

interface StateLineProps {
	readonly kind: StateKind;
	readonly gateway: string;
	readonly status: StatusText;
}

function StateLine({ kind, gateway, status }: StateLineProps) {
	return (
		<p className="tabular mt-0.5 line-clamp-3 text-quiet text-xs">
			<span className={joinClasses("font-medium", STATE_LOOKS[kind] ?? "text-ink")}>{STATE_WORDS[kind]}</span> ·{" "}
			{gateway}
			{status.detail && <span className={status.urgent ? "text-warn" : ""}> · {status.detail}</span>}
		</p>
	);
}

const POSTER_ICONS: Readonly<Partial<Record<StateKind, IconName>>> = {
	failed: "warning",
	cancelled: "close",
	"outcome-unknown": "unknown",
};

function Poster({ take: { state, extras } }: { take: TakeView }) {
	const shape = "h-13.5 w-24 shrink-0 rounded-control bg-black";
	if (state.kind === "ready" && extras?.hasPoster)
		return (
			<img src={mediaUrl(state.media.mediaId, "poster")} alt="" className={joinClasses(shape, "object-contain")} />
		);
	return (
		<span aria-hidden="true" className={joinClasses(shape, "grid place-items-center text-paper/50")}>
			<Icon name={POSTER_ICONS[state.kind] ?? "film"} />
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
			<div
				className="h-full origin-left bg-accent forced-color-adjust-none transition-transform"
				style={{ transform: `scaleX(${value})` }}
			/>
		</div>
	);
}

function priceShown({ payer, shown }: Pick<TakeView, "payer" | "shown">): string {
	if (payer.kind === "free") return "free";
	return shown.quote.kind === "exact" ? formatMoney(shown.quote.total) : "price not published";
}
