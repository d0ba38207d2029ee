"use client";

import type { Generate } from "@/components/generate/use-generate";
import { useDesk } from "@/components/playground/desk-context";
import { SAMPLE_DRAFT } from "@/components/playground/sample-draft";
import { Button } from "@/components/ui/button";
import { SampleFilm } from "./sample-film";

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
		<div className="mx-auto grid min-h-full max-w-7xl grid-cols-1 content-center gap-6 p-4 pb-8 tablet:px-6 tablet:py-10 desk:gap-10 desk:px-8">
			<div>
				<p className="text-quiet text-sm">Your generation history will appear here</p>
				<h2 className="mt-1.5 text-balance font-semibold text-2xl tracking-tight desk:text-3xl">
					Three shots, ten seconds, with sound.
				</h2>
			</div>
			<SampleFilm shots={shots} />
			<div className="flex flex-wrap items-center gap-x-5 gap-y-3">
				<Button look="primary" icon="play" className="h-11 px-5 text-base max-tablet:w-full" onClick={render}>
					Render this sample · free
				</Button>
				<p className="max-w-xs text-pretty text-quiet text-sm">
					The animatic draws, sounds and speaks your timeline here, so that pacing costs nothing.
				</p>
			</div>
		</div>
	);
}
