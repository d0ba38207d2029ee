"use client";

import { Icon } from "@/components/ui/icon";
import { catalogEntry } from "@/lib/domain/catalog/catalog";
import type { TakeView } from "@/lib/domain/take/view";
import { aspectOf, Frame } from "./frame";

/** A state of its own: nobody can say yet whether it was charged, and nothing is sent again by itself. */
export function UnknownTake({ take, reason }: { take: TakeView; reason: string }) {
	const { label, links } = catalogEntry(take.gateway);
	return (
		<Frame aspect={aspectOf(take.draft)}>
			<div className="grid max-w-md gap-3 p-6">
				<p className="flex items-center gap-2 font-semibold text-lg">
					<Icon name="unknown" className="text-warn" />
					Outcome unknown
				</p>
				<p className="text-pretty">
					The request reached {label}, or may have, and no answer came back: {reason} It may have been billed. Nothing
					is sent again by itself.
				</p>
				<p className="text-pretty text-quiet text-sm">
					Look into your account at {label}
					{links.keys && (
						<>
							{" "}
							(
							<a href={links.keys} target="_blank" rel="noreferrer" className="underline underline-offset-3">
								open it
							</a>
							)
						</>
					)}
					, then settle it below. Until then its price stays reserved against your limit.
				</p>
			</div>
		</Frame>
	);
}
