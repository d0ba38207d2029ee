"use client";

import { Button, IconButton } from "@/components/ui/button";
import type { IconName } from "@/components/ui/icon";
import { joinClasses } from "@/components/ui/join-classes";
import type { ActionOffer, TakeAction } from "@/lib/domain/take/actions";

const ICONS: Readonly<Partial<Record<TakeAction, IconName>>> = {
	keep: "pin",
	reuse: "reuse",
	receipt: "receipt",
	delete: "trash",
	retry: "refresh",
};

interface TakeActionsProps {
	readonly offers: readonly ActionOffer[];
	readonly kept: boolean;
	/** With their words beside the icons, where there is room. */
	readonly worded?: boolean;
	readonly className?: string;
	readonly onAct: (action: TakeAction) => void;
}

/** Every button that applies to a take. *Open* is the take's own picture and title. */
export function TakeActions({ offers, kept, worded = false, className, onAct }: TakeActionsProps) {
	return (
		<div className={joinClasses("flex flex-wrap items-center gap-x-0.5 gap-y-1", className)}>
			{offers
				.filter((offer) => offer.action !== "open")
				.map((offer) => {
					const icon = ICONS[offer.action];
					return icon && !worded ? (
						<IconButton
							key={offer.action}
							icon={icon}
							label={offer.label}
							title={offer.sentence ?? offer.label}
							disabled={!offer.enabled}
							aria-pressed={offer.action === "keep" ? kept : undefined}
							onClick={() => onAct(offer.action)}
						/>
					) : (
						<Button
							key={offer.action}
							look={worded && icon ? "quiet" : "plain"}
							icon={icon}
							aria-pressed={offer.action === "keep" ? kept : undefined}
							title={offer.sentence ?? undefined}
							disabled={!offer.enabled}
							onClick={() => onAct(offer.action)}
							className="mr-1"
						>
							{offer.label}
						</Button>
					);
				})}
		</div>
	);
}
