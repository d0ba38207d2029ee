"use client";

import dynamic from "next/dynamic";
import { useRef, useState } from "react";
import { useDraft } from "@/components/playground/desk-context";
import { Remarks } from "@/components/playground/remarks";
import { Button } from "@/components/ui/button";
import { joinClasses } from "@/components/ui/join-classes";
import { Note } from "@/components/ui/note";
import { ChosenImage } from "./chosen-image";
import { RecentImages } from "./recent-images";
import { useDroppedFiles } from "./use-dropped-files";
import { useFirstFrame } from "./use-first-frame";

const ImageUrlForm = dynamic(() => import("./image-url-form").then((module) => module.ImageUrlForm));

const ACCEPTED = "image/jpeg,image/png,image/webp,image/gif,image/heic,image/heif";

/** Drop, paste, browse, or a link. What the model takes is said before anybody asks. */
export function FirstFrame() {
	const { image } = useDraft();
	const frame = useFirstFrame();
	const fileInput = useRef<HTMLInputElement>(null);
	const [choosing, setChoosing] = useState(false);

	async function takeFile(file: File | null | undefined) {
		if (!file) return;
		if (await frame.take({ kind: "file", file })) setChoosing(false);
	}
	const dragging = useDroppedFiles((file) => void takeFile(file));
	return (
		<section
			aria-label="First frame"
			className={joinClasses("rounded-control", dragging && "outline-2 outline-accent outline-dashed outline-offset-4")}
		>
			<input
				ref={fileInput}
				type="file"
				aria-label="Image file"
				accept={ACCEPTED}
				onChange={(event) => {
					void takeFile(event.target.files?.[0]);
					event.target.value = "";
				}}
				className="sr-only"
				tabIndex={-1}
			/>
			{image ? (
				<ChosenImage image={image} frame={frame} />
			) : (
				<div className="flex items-center gap-3">
					<Button id="add-image" icon="image" aria-expanded={choosing} onClick={() => setChoosing(!choosing)}>
						Add image
					</Button>
					<p className="grow text-balance text-quiet text-xs">First frame, optional. Drop or paste one here.</p>
				</div>
			)}
			{choosing && !image && (
				<div className="mt-3 grid gap-3 rounded-control border border-edge-strong border-dashed p-3">
					<div className="flex items-center gap-3">
						<Button onClick={() => fileInput.current?.click()}>Browse…</Button>
						<span className="text-pretty text-quiet text-xs">
							JPG, PNG, WebP, GIF or HEIC, at most 20 MB. Turbo takes one first frame: no end frame, no references.
						</span>
					</div>
					<ImageUrlForm onUrl={async (url) => (await frame.take({ kind: "url", url })) && setChoosing(false)} />
					<RecentImages
						onChosen={(chosen) => {
							frame.use(chosen);
							setChoosing(false);
						}}
					/>
				</div>
			)}
			<Progress frame={frame} />
			<Remarks field="image" />
		</section>
	);
}

function Progress({ frame }: { frame: ReturnType<typeof useFirstFrame> }) {
	const { phase } = frame;
	if (phase.kind === "idle") return null;
	if (phase.kind === "taking-in") {
		return (
			<p role="status" className="tabular mt-2 text-quiet text-xs">
				{phase.fraction < 1 ? `Uploading ${Math.round(phase.fraction * 100)} %` : "Checking the picture"}
			</p>
		);
	}
	const { crop } = phase.problem;
	return (
		<div className="mt-2 grid justify-items-start gap-2">
			<Note tone="refusal">{phase.problem.sentence}</Note>
			{crop && (
				<Button onClick={() => frame.crop(crop)}>
					Crop to {crop.width} × {crop.height}
				</Button>
			)}
		</div>
	);
}
