using System.Runtime.Versioning;

// File modes, signals and the scripts themselves are Unix.
[assembly: UnsupportedOSPlatform("windows")]
