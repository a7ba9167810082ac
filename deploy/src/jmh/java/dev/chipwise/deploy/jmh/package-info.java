/** What the pure hot paths cost, one by one, measured with JMH; never part of a test run. */
package dev.chipwise.deploy.jmh;
