"use client";

import type { Generate } from "@/components/generate/use-generate";
import { useKnown } from "@/components/news/news-context";
import { useDesk } from "@/components/playground/desk-context";
import { showPart } from "@/components/playground/show-part";
import { priceText } from "@/components/quote/price-text";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { catalogEntry } from "@/lib/domain/catalog/catalog";
import type { Charged, Failure } from "@/lib/domain/failure";
import type { GatewayId } from "@/lib/domain/gateway-id";
import { cheapestElsewhere, mayGoElsewhere } from "@/lib/domain/quote/elsewhere";
import type { TakeView } from "@/lib/domain/take/view";
import { aspectOf, Frame } from "./frame";
import { SentWords } from "./sent-words";

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
	/** Gateways that somebody has a key for. */
	readonly payable: readonly GatewayId[];
}

/** What happened, whether it cost anything, and what to do. */
export function FailedTake({ take, failure, generate, payable }: FailedTakeProps) {
	const { label } = catalogEntry(take.gateway);
	return (
		<Frame aspect={aspectOf(take.draft)}>
			<div className="grid max-w-md justify-items-start gap-3 p-6">
				<p className="flex items-center gap-2 font-semibold text-lg">
					<Icon name="warning" className="text-bad" />
					Failed
				</p>
				<p className="text-pretty">{failure.sentence}</p>
				{failure.gatewayWords && (
					<blockquote className="border-edge-strong border-l-2 pl-3 text-pretty text-quiet text-sm">
						{label}: “{failure.gatewayWords}”
					</blockquote>
				)}
				{failure.code.endsWith("moderation") && <SentWords draft={take.draft} />}
				<p className="text-quiet text-sm">{CHARGED_WORDS[failure.charged]}</p>
				<WaysOn take={take} failure={failure} generate={generate} payable={payable} />
			</div>
		</Frame>
	);
}

function WaysOn({ take, failure, generate, payable }: FailedTakeProps) {
	const desk = useDesk();
	const { takes } = useKnown();
	const elsewhere = mayGoElsewhere(failure) ? cheapestElsewhere(take.draft, payable, takes) : null;
	const needsImage = failure.code === "refused-needs-image";
	return (
		<div className="mt-1 flex flex-wrap gap-2">
			<Button
				onClick={() => {
					desk.edit(take.draft);
					showPart("words");
				}}
			>
				Edit and retry
			</Button>
			{needsImage && (
				<Button
					icon="image"
					onClick={() => {
						desk.edit(take.draft);
						desk.chooseGateway(take.gateway);
						showPart("image");
					}}
				>
					Add image
				</Button>
			)}
			{elsewhere ? (
				<Button
					onClick={() => {
						desk.chooseGateway(elsewhere.gateway);
						generate.start(take.draft, elsewhere.gateway);
					}}
				>
					Send to {catalogEntry(elsewhere.gateway).label} · {priceText(elsewhere.quote)}
				</Button>
			) : null}
			{needsImage && (
				<Button
					onClick={() => {
						desk.edit(take.draft);
						showPart("gateway");
					}}
				>
					Other gateway
				</Button>
			)}
		</div>
	);
}
