import { buttonLook } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { MediaFacts } from "@/lib/domain/take/media-facts";
import { filmName } from "@/lib/domain/take/title";
import type { TakeView } from "@/lib/domain/take/view";
import { downloadUrl } from "./media-url";

export function DownloadLink({ take, media }: { take: TakeView; media: MediaFacts }) {
	return (
		<a href={downloadUrl(media.mediaId)} download={filmName(take, media.seconds)} className={buttonLook("plain")}>
			<Icon name="download" />
			Download
		</a>
	);
}
