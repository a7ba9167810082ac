/** Metrics, health and readiness of the running stages, over HTTP. */
package dev.chipwise.deploy.ops;
