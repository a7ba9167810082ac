/** The embedded single-node KRaft broker; the only place that knows Kafka's server classes. */
package dev.chipwise.deploy.broker;
