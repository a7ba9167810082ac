/** The object mother: ready-made and random records for the tests of every module. */
package dev.chipwise.schemas.samples;
