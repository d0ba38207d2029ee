"use client";

import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import type { ImageRef } from "@/lib/domain/draft";
import { thumbnailUrl } from "./image-api";
import type { FirstFrame } from "./use-first-frame";

const THUMBNAIL_WIDTH = 320;

export function ChosenImage({ image, frame }: { image: ImageRef; frame: FirstFrame }) {
	return (
		<div className="flex gap-3">
			<img
				src={thumbnailUrl(image, THUMBNAIL_WIDTH)}
				alt="The first frame"
				className="h-20 max-w-32 rounded-control bg-black object-contain"
			/>
			<div className="grid content-start gap-1.5">
				<p className="tabular flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
					First frame
					<span className="text-quiet">
						{image.width} × {image.height}
					</span>
				</p>
				<div className="flex flex-wrap items-center gap-2">
					<Button icon="close" onClick={frame.remove}>
						Remove image
					</Button>
					{frame.hasAlpha && frame.canRedo && (
						<label className="touchable inline-flex items-center gap-2 text-sm">
							<input
								type="color"
								value={frame.backing}
								onChange={(event) => frame.chooseBacking(event.target.value)}
								className="size-6 rounded-control border-0 bg-transparent p-0"
							/>
							Backing colour
						</label>
					)}
				</div>
				{frame.hasAlpha && <Note>It had transparent parts; they are filled with the backing colour.</Note>}
			</div>
		</div>
	);
}
