"use client";

import { useDeskState, useDraft } from "@/components/playground/desk-context";
import { useGatewayEntry, useVerdict } from "@/components/playground/use-verdict";
import { generateLabel, priceText } from "@/components/quote/price-text";
import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { quoteDraft } from "@/lib/domain/quote/quote";
import { GatewayJump } from "./gateway-jump";
import type { Generate } from "./use-generate";

interface GenerateBarProps {
	readonly generate: Generate;
	/** Who may send to the chosen gateway; `false` means a key is missing. */
	readonly hasKey: boolean;
	readonly onKeys: () => void;
}

/** Always in sight: the price on the button, and beside it why a draft cannot be sent. */
export function GenerateBar({ generate, hasKey, onKeys }: GenerateBarProps) {
	const entry = useGatewayEntry();
	const quote = quoteDraft(useDraft(), entry);
	const refusal = useVerdict().refusals[0];
	const isFree = useDeskState((state) => state.gateway) === "animatic";
	const { state } = generate;
	const busy = state.kind === "sending";
	return (
		<div className="grid gap-2 bg-panel px-4 py-3 desk:px-5">
			<p role="status" aria-label="Cost" className="sr-only">
				{priceText(quote)}
			</p>
			{state.kind === "refused" && (
				<div className="grid justify-items-start gap-2">
					<Note tone="refusal">{state.problem.sentence}</Note>
					{(state.problem.kind === "no-key" || state.problem.kind === "over-cap") && (
						<Button icon="key" onClick={onKeys}>
							{state.problem.kind === "no-key" ? "Add a key" : "Keys and limits"}
						</Button>
					)}
				</div>
			)}
			{refusal && <Note className="text-xs!">{refusal.sentence}</Note>}
			{!refusal && !hasKey && (
				<p className="text-pretty text-quiet text-xs">
					{entry.label} needs a key.{" "}
					<button type="button" onClick={onKeys} className="text-ink underline underline-offset-3">
						Add your {entry.label} key
					</button>
				</p>
			)}
			<div className="flex gap-2">
				<GatewayJump label={entry.label} />
				<Button
					look="primary"
					className="h-11 min-w-0 grow text-base"
					aria-disabled={busy || refusal !== undefined}
					onClick={() => !busy && !refusal && generate.start()}
				>
					{generateLabel(quote)}
					<span aria-hidden="true" className="ml-1 hidden font-normal text-xs opacity-70 desk:inline">
						⌘⏎
					</span>
				</Button>
			</div>
			{!isFree && (
				<p className="text-pretty text-quiet text-xs">On Generate your image and prompt go to {entry.label}.</p>
			)}
		</div>
	);
}
