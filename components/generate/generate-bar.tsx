"use client";

import { useDeskState, useDraft } from "@/components/playground/desk-context";
import { useGatewayEntry, useVerdict } from "@/components/playground/use-verdict";
import { generateLabel, priceText } from "@/components/quote/price-text";
import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { Switch } from "@/components/ui/switch";
import type { GatewayId } from "@/lib/domain/gateway-id";
import { quoteDraft } from "@/lib/domain/quote/quote";
import { chooseFallback, useFallbackChoice } from "./fallback-choice";
import { GatewayJump } from "./gateway-jump";
import type { Generate } from "./use-generate";

interface GenerateBarProps {
	readonly generate: Generate;
	/** What the button does, as the keyboard does it too. */
	readonly press: () => void;
	/** Gateways that somebody has a key for. */
	readonly payable: readonly GatewayId[];
	readonly onKeys: () => void;
}

const PICTURE_COMING = "The first frame is still on its way. In a moment it can be sent.";

/** Always in sight: the price on the button, and beside it why a draft cannot be sent. */
export function GenerateBar({ generate, press, payable, onKeys }: GenerateBarProps) {
	const entry = useGatewayEntry();
	const quote = quoteDraft(useDraft(), entry);
	const refusal = useVerdict().refusals[0];
	const isPictureComing = useDeskState((state) => state.picturesComing > 0);
	const obstacle = isPictureComing ? PICTURE_COMING : refusal?.sentence;
	const isFree = useDeskState((state) => state.gateway) === "animatic";
	const hasKey = isFree || payable.includes(entry.id);
	const { state } = generate;
	const busy = state.kind === "sending";
	const refused = state.kind === "refused" && state.about === null ? state.problem : null;
	return (
		<div className="grid gap-2 bg-panel px-4 py-3 desk:px-5">
			<p role="status" aria-label="Cost" className="sr-only">
				{priceText(quote)}
			</p>
			{refused && (
				<div className="grid justify-items-start gap-2">
					<Note tone="refusal">{refused.sentence}</Note>
					{(refused.kind === "no-key" || refused.kind === "over-cap") && (
						<Button icon="key" onClick={onKeys}>
							{refused.kind === "no-key" ? "Add a key" : "Keys and limits"}
						</Button>
					)}
				</div>
			)}
			{obstacle && <Note className="text-xs!">{obstacle}</Note>}
			{!obstacle && !hasKey && (
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
					aria-disabled={busy || obstacle !== undefined}
					onClick={press}
				>
					{generateLabel(quote)}
					<span aria-hidden="true" className="ml-1 hidden font-normal text-xs opacity-70 desk:inline">
						⌘⏎
					</span>
				</Button>
			</div>
			{!isFree && <Recipients label={entry.label} hasChoice={payable.some((id) => id !== entry.id)} />}
		</div>
	);
}

/** Who gets to see what one has made; and, where more than one could, whether a refusal passes it on. */
function Recipients({ label, hasChoice }: { label: string; hasChoice: boolean }) {
	const passesOn = useFallbackChoice() && hasChoice;
	return (
		<>
			<p className="text-pretty text-quiet text-xs">
				On Generate your image and prompt go to {label}
				{passesOn ? `, and to the next cheapest gateway if ${label} refuses them.` : "."}
			</p>
			{hasChoice && (
				<Switch
					label="If refused, send to the next cheapest"
					hint="Only after a definite refusal, or when nothing was sent; at the price listed there, while this page is open."
					on={passesOn}
					onToggle={chooseFallback}
					className="text-quiet"
				/>
			)}
		</>
	);
}
