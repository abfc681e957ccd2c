Console.Error.WriteLine("No benchmark is named yet."); return 2;
