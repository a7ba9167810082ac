/** The HTTP gateway, which publishes what it is sent, and the client that sends to one. */
package dev.chipwise.ingest.http;
