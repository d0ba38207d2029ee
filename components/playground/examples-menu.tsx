"use client";

import { useRef, useState } from "react";
import { takeIn, UNREACHABLE } from "@/components/image/image-api";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Note } from "@/components/ui/note";
import { setImage } from "@/lib/domain/draft/settings";
import { EXAMPLES, type Example } from "@/lib/domain/examples";
import { refuse } from "@/lib/domain/result";
import { useDesk } from "./desk-context";

const WHITE = "#ffffff";

async function takeSample(key: string): ReturnType<typeof takeIn> {
	const file = await fetch(`/samples/${key}.jpg`)
		.then((response) => (response.ok ? response.blob() : null))
		.catch(() => null);
	if (!file) return refuse(UNREACHABLE);
	return takeIn({ kind: "file", file }, { backing: WHITE, crop: null }, () => undefined);
}

/** One press loads an example, its picture included; what stood there comes back with Undo. */
export function ExamplesMenu() {
	const desk = useDesk();
	const menu = useRef<HTMLDivElement>(null);
	const [problem, setProblem] = useState<string | null>(null);

	async function load({ draft, picture }: Example) {
		menu.current?.hidePopover();
		setProblem(null);
		desk.edit(draft);
		if (!picture) return;
		// Not `draft` itself: one that changes nothing, as the empty one on a new page, is no edit.
		const loaded = desk.getState().history.present;
		const taken = await desk.awaitPicture(takeSample(picture.key));
		// Another draft has been loaded or written meanwhile.
		if (desk.getState().history.present !== loaded) return;
		if (taken.ok) desk.edit(setImage(loaded, taken.value.image));
		else setProblem(taken.problem.sentence);
	}
	return (
		<div className="relative">
			<Button popoverTarget="examples" className="[anchor-name:--examples]">
				Examples
				<Icon name="caret" className="-mr-1 text-quiet max-tablet:hidden" />
			</Button>
			<div
				ref={menu}
				id="examples"
				popover="auto"
				className="mx-0 my-1 rounded-panel border border-edge bg-raised p-1 text-ink shadow-xl [inset:auto] [position-anchor:--examples] [position-area:block-end_span-inline-start] [position-try-fallbacks:flip-block]"
			>
				<ul className="grid min-w-56">
					{EXAMPLES.map((example) => (
						<li key={example.key}>
							<button
								type="button"
								onClick={() => void load(example)}
								className="touchable w-full rounded-control px-3 text-left text-sm hover:bg-edge"
							>
								{example.label}
							</button>
						</li>
					))}
				</ul>
			</div>
			{problem && <Note tone="refusal">{problem}</Note>}
		</div>
	);
}
