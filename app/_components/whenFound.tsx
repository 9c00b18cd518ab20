import 'server-only';
import type { Metadata } from 'next';
import { headers } from 'next/headers';
import type { ComponentType, ReactNode } from 'react';
import { markMissing } from '../_public/missing';

const isNotFound = (error: unknown): boolean =>
  error instanceof Error && 'digest' in error && error.digest === 'NEXT_HTTP_ERROR_FALLBACK;404';

/**
 * A page that may call `notFound`. Next leaves what is shown then to scripts, and an empty page to readers without; here it is
 * written by the server as any page is, and the answer is a 404 all the same.
 */
export function whenFound<Props>(
  page: (props: Props) => Promise<ReactNode>,
  Missing: ComponentType,
): (props: Props) => Promise<ReactNode> {
  return async function Found(props) {
    try {
      return await page(props);
    } catch (error) {
      if (!isNotFound(error)) throw error;
      const request = (await headers()).get('x-request-id');
      if (request === null) throw error;
      markMissing(request);
      return <Missing />;
    }
  };
}

/** The title of a page that may call `notFound`. */
export function metadataWhenFound<Props>(
  metadata: (props: Props) => Promise<Metadata>,
): (props: Props) => Promise<Metadata> {
  return async (props) => {
    try {
      return await metadata(props);
    } catch (error) {
      if (!isNotFound(error)) throw error;
      return { title: '没有找到', robots: { index: false } };
    }
  };
}
