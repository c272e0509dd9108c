import { randomBytes } from 'node:crypto';
import type { Environment } from './call.ts';
import type { PictureInfo } from './pictures/inspect.ts';
import { VersionedMap } from './versioned.ts';

export interface Account {
  readonly id: string;
  readonly username: string;
  readonly account_type: 'PINNER' | 'BUSINESS';
}

export interface Board {
  readonly id: string;
  readonly account: string;
  readonly environment: Environment;
  readonly name: string;
  readonly description: string | null;
  readonly privacy: 'PUBLIC' | 'PROTECTED' | 'SECRET';
  readonly isAdsOnly: boolean;
  readonly createdAtMs: number;
}

export interface Section {
  readonly id: string;
  readonly boardId: string;
  readonly name: string;
}

/** A picture of a pin, with the texts of its carousel slot where it has one. */
export interface Slot {
  readonly picture: PictureInfo;
  readonly title: string | null;
  readonly description: string | null;
  readonly link: string | null;
}

export interface Pin {
  readonly id: string;
  readonly account: string;
  readonly environment: Environment;
  readonly boardId: string;
  readonly sectionId: string | null;
  readonly title: string | null;
  readonly description: string | null;
  readonly altText: string | null;
  readonly link: string | null;
  readonly dominantColor: string | null;
  readonly parentPinId: string | null;
  readonly sourceType: string;
  readonly isStandard: boolean;
  /** The picture, or the cover of a video. */
  readonly picture: PictureInfo | null;
  /** The URL that Pinterest was told to fetch the picture from. */
  readonly pictureUrl: string | null;
  readonly slots: readonly Slot[];
  readonly mediaId: string | null;
  readonly createdAtMs: number;
}

export interface Media {
  readonly id: string;
  readonly account: string;
  readonly environment: Environment;
  readonly status: 'registered' | 'processing' | 'succeeded' | 'failed';
  readonly bytes: number;
}

/** A grant of scopes to the app: an access token and the refresh tokens that belong to it. */
export interface Grant {
  readonly environment: Environment;
  readonly account: string;
  readonly scopes: readonly string[];
  readonly accessToken: string;
  readonly refreshToken: string;
  expiresAtMs: number;
  refreshExpiresAtMs: number;
  isRevoked: boolean;
  isRefreshUsed: boolean;
}

export interface AuthorizationCode {
  readonly code: string;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly account: string;
  readonly challenge: string | null;
  readonly issuedAtMs: number;
  isUsed: boolean;
}

/** A save through Pinterest's own window. */
export interface WindowSave {
  readonly atMs: number;
  readonly url: string;
  readonly media: string;
  readonly description: string;
}

/** All that the emulated Pinterest knows. */
export class State {
  accounts: Account[] = [{ id: '912345678901234567', username: 'maya_cooks', account_type: 'BUSINESS' }];
  /** Who is signed in on www.pinterest.com. */
  signedInAs = 'maya_cooks';
  readonly boards = new VersionedMap<Board>();
  readonly sections = new VersionedMap<Section>();
  readonly pins = new VersionedMap<Pin>();
  readonly media = new VersionedMap<Media>();
  readonly pinOrders = new Map<string, 'newest-first' | 'oldest-first' | 'custom'>();
  readonly grants: Grant[] = [];
  readonly codes: AuthorizationCode[] = [];
  readonly windowSaves: WindowSave[] = [];
  #ids = 0;

  /** Ids are larger than a double can hold, as Pinterest's are: a client that makes numbers of them breaks. */
  nextId(prefix: '10' | '11' | '12' | '13'): string {
    this.#ids += 1;
    return `${prefix}2210607${String(this.#ids).padStart(9, '0')}`;
  }

  token(prefix: 'pina' | 'pinr' | 'pinc'): string {
    return `${prefix}_${randomBytes(24).toString('base64url')}`;
  }

  /** Everything visible at a server time, as plain JSON. Tokens are left out. */
  snapshot(atMs: number) {
    return {
      accounts: this.accounts,
      boards: this.boards.list(atMs),
      sections: this.sections.list(atMs),
      pins: this.pins.list(atMs),
      media: this.media.list(atMs),
      windowSaves: this.windowSaves,
      grants: this.grants.map(({ environment, account, scopes, isRevoked }) => ({
        environment,
        account,
        scopes,
        isRevoked,
      })),
    };
  }
}
