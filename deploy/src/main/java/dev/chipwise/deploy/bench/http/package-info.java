/** Measurements of a gateway over HTTP: requests made before, connections kept, answers checked. */
package dev.chipwise.deploy.bench.http;
