/** Pure: what is measured of the pipeline, and how observations become a table. */
package dev.chipwise.deploy.bench;
