"""The Playground: a neuron learns a line, and two vectors are compared."""
