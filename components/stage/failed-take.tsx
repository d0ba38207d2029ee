"use client";

import type { Generate } from "@/components/generate/use-generate";
import { useDesk } from "@/components/playground/desk-context";
import { priceText } from "@/components/quote/price-text";
import { Button } from "@/components/ui/button";
import { catalogEntry } from "@/lib/domain/catalog/catalog";
import type { Charged, Failure } from "@/lib/domain/failure";
import { judgeDraft } from "@/lib/domain/judge/judge";
import { quoteAll } from "@/lib/domain/quote/quote-all";
import type { TakeView } from "@/lib/domain/take/view";
import { aspectOf, Frame } from "./frame";

const CHARGED_WORDS: Readonly<Record<Charged, string>> = {
	no: "You were not charged.",
	"yes-refunded": "It was charged and refunded.",
	yes: "It was charged.",
	unknown: "Whether it was charged is not known. Your account there shows it.",
};

interface FailedTakeProps {
	readonly take: TakeView;
	readonly failure: Failure;
	readonly generate: Generate;
}

/** What happened, whether it cost anything, and what to do. */
export function FailedTake({ take, failure, generate }: FailedTakeProps) {
	const desk = useDesk();
	const { label } = catalogEntry(take.gateway);
	const elsewhere = failure.charged === "no" ? nextAbleGateway(take) : null;
	return (
		<Frame aspect={aspectOf(take.draft)}>
			<div className="grid max-w-md justify-items-start gap-3 p-6">
				<p className="font-medium text-lg">Failed</p>
				<p className="text-pretty">{failure.sentence}</p>
				{failure.gatewayWords && (
					<blockquote className="border-paper/30 border-l-2 pl-3 text-pretty text-sm opacity-75">
						{label}: “{failure.gatewayWords}”
					</blockquote>
				)}
				<p className="text-sm opacity-75">{CHARGED_WORDS[failure.charged]}</p>
				<div className="flex flex-wrap gap-2">
					<Button onClick={() => desk.edit(take.draft)}>Edit and retry</Button>
					{failure.code === "refused-needs-image" && (
						<Button icon="image" onClick={() => document.getElementById("add-image")?.click()}>
							Choose a first frame
						</Button>
					)}
					{elsewhere && (
						<Button
							onClick={() => {
								desk.chooseGateway(elsewhere.gateway);
								generate.start(take.draft, elsewhere.gateway);
							}}
						>
							Send to {catalogEntry(elsewhere.gateway).label} · {priceText(elsewhere.quote)}
						</Button>
					)}
				</div>
			</div>
		</Frame>
	);
}

/** Only after a definite refusal: elsewhere nothing could be paid twice. */
function nextAbleGateway({ draft, gateway }: TakeView) {
	return quoteAll(draft).find(
		(each) =>
			each.gateway !== gateway &&
			each.quote.kind === "exact" &&
			judgeDraft(draft, catalogEntry(each.gateway)).refusals.length === 0,
	);
}
