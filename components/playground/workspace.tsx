"use client";

import { GenerateBar } from "@/components/generate/generate-bar";
import { useFallback } from "@/components/generate/use-fallback";
import { useGenerate } from "@/components/generate/use-generate";
import { History } from "@/components/history/history";
import { keyStanding, keyText } from "@/components/keys/key-text";
import { Announcer } from "@/components/news/announcer";
import { useKnown } from "@/components/news/news-context";
import { Stage, useShownTake } from "@/components/stage/stage";
import { useRevealedStage } from "@/components/stage/use-revealed-stage";
import { useKeepFocus } from "@/components/ui/use-keep-focus";
import { CATALOG } from "@/lib/domain/catalog/catalog";
import type { GatewayId } from "@/lib/domain/gateway-id";
import { Compose } from "./compose";
import { useDeskState } from "./desk-context";
import { Dialogs } from "./dialogs";
import { Header } from "./header";
import { useScreen } from "./screen";
import { useShortcuts } from "./use-shortcuts";
import { useVerdict } from "./use-verdict";

/** Three areas side by side on a desk; on narrow screens the film stands above, and Generate stays in reach. */
export function Workspace({ operatorGateways }: { operatorGateways: readonly GatewayId[] }) {
	const generate = useGenerate();
	const { keys } = useKnown();
	const { openDialog } = useScreen();
	const gateway = useDeskState((state) => state.gateway);
	const shown = useShownTake();
	const stage = useRevealedStage();
	const verdict = useVerdict();
	const isPictureComing = useDeskState((state) => state.picturesComing > 0);
	const openKeys = () => openDialog({ kind: "keys", gateway });
	const press = () => {
		if (verdict.refusals.length > 0 || isPictureComing) return;
		if (hasKey) generate.start();
		else openKeys();
	};
	useShortcuts(press);
	useKeepFocus();
	const standings = CATALOG.map((entry) => [entry.id, keyStanding(entry.id, keys, operatorGateways)] as const);
	const keyTexts = Object.fromEntries(standings.map(([id, standing]) => [id, keyText(standing)]));
	const payable = standings.filter(([, { kind }]) => kind === "own" || kind === "operator").map(([id]) => id);
	const hasKey = gateway === "animatic" || payable.includes(gateway);
	useFallback(generate, payable);
	return (
		<div className="grid min-h-dvh grid-cols-1 grid-rows-[auto_1fr] desk:h-dvh">
			<Header />
			<main className="reading-rows desk-areas grid min-h-0">
				<section
					aria-label="Compose"
					data-compose
					className="flex min-h-0 min-w-0 flex-col bg-panel [grid-area:compose] desk:rounded-tr-panel"
				>
					<div className="min-h-0 grow desk:overflow-y-auto">
						<Compose keyTexts={keyTexts} />
					</div>
					<div className="sticky bottom-0 z-10 border-edge border-t bg-panel pb-[env(safe-area-inset-bottom)] max-tablet:fixed max-tablet:inset-x-0">
						<GenerateBar generate={generate} press={press} payable={payable} onKeys={openKeys} />
					</div>
				</section>
				<section ref={stage} aria-label="Stage" className="min-h-0 min-w-0 [grid-area:stage] desk:overflow-y-auto">
					<Stage generate={generate} payable={payable} />
				</section>
				<section
					aria-label="History"
					className="min-h-0 min-w-0 border-edge [grid-area:history] max-tablet:border-t max-tablet:pb-36 desk:overflow-y-auto desk:border-l"
				>
					<History shownId={shown?.id ?? null} generate={generate} />
				</section>
			</main>
			<Dialogs generate={generate} operatorGateways={operatorGateways} />
			<Announcer />
		</div>
	);
}
