/** How a record looks on the wire: one codec per record; the generated classes never leave it. */
package dev.chipwise.schemas.avro;
