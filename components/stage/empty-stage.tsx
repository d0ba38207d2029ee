"use client";

import type { Generate } from "@/components/generate/use-generate";
import { useDesk } from "@/components/playground/desk-context";
import { SAMPLE_DRAFT } from "@/components/playground/sample-draft";
import { Button } from "@/components/ui/button";

/** The empty state is a film: three shots that one press renders, free. */
export function EmptyStage({ generate }: { generate: Generate }) {
	const desk = useDesk();
	const shots = SAMPLE_DRAFT.composition.mode === "shots" ? SAMPLE_DRAFT.composition.shots : [];
	function render() {
		desk.edit(SAMPLE_DRAFT);
		desk.chooseGateway("animatic");
		generate.start(SAMPLE_DRAFT, "animatic");
	}
	return (
		<div className="grid h-full grid-cols-1 content-center gap-6 p-4 desk:p-10">
			<div>
				<p className="text-quiet text-sm">Your generation history will appear here</p>
				<h1 className="mt-1 max-w-xl text-balance font-semibold text-2xl">Three shots, ten seconds, with sound.</h1>
			</div>
			<ol aria-label="A sample draft" className="grid gap-0.5 tablet:flex">
				{shots.map((shot, index) => (
					<li
						key={shot.id}
						className="grid content-between gap-8 bg-panel p-4 first:rounded-t-panel last:rounded-b-panel tablet:min-h-40 tablet:last:rounded-r-panel tablet:last:rounded-bl-none tablet:first:rounded-l-panel tablet:first:rounded-tr-none"
						style={{ flexGrow: shot.seconds, flexBasis: 0 }}
					>
						<span className="tabular flex justify-between text-quiet text-xs">
							<span>{index + 1}</span>
							<span>{shot.seconds} s</span>
						</span>
						<span className="text-pretty text-sm">{shot.words}</span>
					</li>
				))}
			</ol>
			<div className="flex flex-wrap items-center gap-4">
				<Button look="primary" icon="play" className="h-11 text-base" onClick={render}>
					Render this sample · free
				</Button>
				<p className="max-w-xs text-pretty text-quiet text-sm">
					The animatic draws, sounds and speaks your timeline here, so that pacing costs nothing.
				</p>
			</div>
		</div>
	);
}
