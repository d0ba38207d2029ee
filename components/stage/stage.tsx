"use client";

import type { Generate } from "@/components/generate/use-generate";
import { TakeActions } from "@/components/history/take-actions";
import { useTakeActs } from "@/components/history/use-take-acts";
import { useKnown } from "@/components/news/news-context";
import { useScreen } from "@/components/playground/screen";
import { Note } from "@/components/ui/note";
import { catalogEntry } from "@/lib/domain/catalog/catalog";
import type { GatewayId } from "@/lib/domain/gateway-id";
import { availableActions } from "@/lib/domain/take/actions";
import type { TakeView } from "@/lib/domain/take/view";
import { DownloadLink } from "./download-link";
import { EmptyStage } from "./empty-stage";
import { FailedTake } from "./failed-take";
import { ReadyTake } from "./ready-take";
import { TakeWords } from "./take-words";
import { UnknownTake } from "./unknown-take";
import { WaitingTake } from "./waiting-take";

/** The take one chose, else the newest one. */
export function useShownTake(): TakeView | null {
	const { takes } = useKnown();
	const { shown } = useScreen();
	return takes.find((take) => take.id === shown.takeId) ?? takes[0] ?? null;
}

interface StageProps {
	readonly generate: Generate;
	/** Gateways that somebody has a key for. */
	readonly payable: readonly GatewayId[];
}

export function Stage({ generate, payable }: StageProps) {
	const take = useShownTake();
	if (!take) return <EmptyStage generate={generate} />;
	return (
		<div className="flex flex-col gap-3 p-4 desk:min-h-full desk:p-5">
			<Picture take={take} generate={generate} payable={payable} />
			<TakeWords key={take.id} take={take} />
			<StageActions take={take} generate={generate} />
		</div>
	);
}

function Picture({ take, generate, payable }: StageProps & { readonly take: TakeView }) {
	const { shown } = useScreen();
	switch (take.state.kind) {
		case "ready":
			return <ReadyTake key={take.id} take={take} media={take.state.media} startNow={shown.byClick} />;
		case "failed":
			return <FailedTake take={take} failure={take.state.failure} generate={generate} payable={payable} />;
		case "outcome-unknown":
			return <UnknownTake take={take} reason={take.state.reason} />;
		default:
			return <WaitingTake take={take} />;
	}
}

function StageActions({ take, generate }: { take: TakeView; generate: Generate }) {
	const acts = useTakeActs(generate);
	const { takes } = useKnown();
	const keptCount = takes.filter((each) => each.labels.keep).length;
	const offers = availableActions(take, catalogEntry(take.gateway), keptCount);
	return (
		<div className="grid gap-2">
			{acts.problem?.takeId === take.id && <Note tone="refusal">{acts.problem.sentence}</Note>}
			<div className="flex flex-wrap items-center gap-1">
				{take.state.kind === "ready" && <DownloadLink take={take} media={take.state.media} />}
				<TakeActions offers={offers} kept={take.labels.keep} worded onAct={(action) => acts.run(action, take)} />
			</div>
		</div>
	);
}
