"use client";

import { useId } from "react";
import { useDesk, useDeskState, useDraft } from "@/components/playground/desk-context";
import { useVerdict } from "@/components/playground/use-verdict";
import { catalogEntry } from "@/lib/domain/catalog/catalog";
import type { GatewayId } from "@/lib/domain/gateway-id";
import { judgeDraft } from "@/lib/domain/judge/judge";
import { quoteAll } from "@/lib/domain/quote/quote-all";
import { GatewayRow } from "./gateway-row";

interface GatewayListProps {
	readonly keyTexts: Readonly<Partial<Record<GatewayId, string>>>;
}

/** This draft's price everywhere: free first, then cheapest, unknown last. */
export function GatewayList({ keyTexts }: GatewayListProps) {
	const desk = useDesk();
	const draft = useDraft();
	const chosen = useDeskState((state) => state.gateway);
	const known = useVerdict();
	const groupName = useId();
	return (
		<div id="gateways">
			<span aria-hidden="true" className="mb-1.5 block text-quiet text-xs">
				Gateway
			</span>
			<div role="radiogroup" aria-label="Gateway" className="-mx-2.5 grid gap-0.5">
				{quoteAll(draft).map(({ gateway, quote }) => {
					const entry = catalogEntry(gateway);
					return (
						<GatewayRow
							key={gateway}
							entry={entry}
							quote={quote}
							verdict={judgeDraft(draft, entry)}
							known={known}
							chosen={gateway === chosen}
							groupName={groupName}
							keyText={keyTexts[gateway] ?? ""}
							onChoose={() => desk.chooseGateway(gateway)}
						/>
					);
				})}
			</div>
		</div>
	);
}
