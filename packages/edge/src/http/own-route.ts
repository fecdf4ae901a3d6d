import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Client } from './client-address.ts';
import type { RequestAddress } from './request-address.ts';

/** One request and its response. */
export interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  client: Client;
  /** Who waits in one queue: an IPv4 address, or the /64 of an IPv6 one. */
  network: string;
  /** GET or HEAD. */
  isRead: boolean;
}

export interface AddressedExchange extends Exchange {
  address: RequestAddress;
}

/** What a route of the application's own is given. */
export interface OwnExchange extends AddressedExchange {
  /** Of a POST, read whole and within its limit; empty for a GET. */
  body: Buffer;
  /** Sends an error page. */
  refuse(status: 400 | 404): void;
}

/** A request that the application answers in the edge process. */
export interface OwnRoute {
  method: 'GET' | 'POST';
  /** False if it does not answer this request. */
  handle(exchange: OwnExchange): Promise<boolean> | boolean;
}
