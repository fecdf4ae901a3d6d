// Loaded before the renderer. The channel closes when the door ends, also by kill -9: no renderer outlives it.
process.on('disconnect', () => process.exit(0));
