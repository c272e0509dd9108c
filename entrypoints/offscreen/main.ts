import { Failure } from '../../lib/failure.ts';
import { drawSvg } from '../../lib/image/svg.ts';
import { type SvgAnswer, SvgRequest, svgChannel } from '../../lib/image/svg-messages.ts';

const channel = new BroadcastChannel(svgChannel);

channel.onmessage = async ({ data }: MessageEvent<unknown>) => {
  const { data: request } = SvgRequest.safeParse(data);
  if (!request) return;
  channel.postMessage(await answer(request));
};

async function answer({ id, svg }: SvgRequest): Promise<SvgAnswer> {
  try {
    return { id, png: await drawSvg(svg, document) };
  } catch (error) {
    return { id, code: error instanceof Failure ? error.code : 'broken-picture' };
  }
}
