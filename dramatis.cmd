@echo off
rem Dramatis has not been tried on Windows itself, so it does not pretend to run there.
echo Dramatis runs on Linux and macOS. On Windows, use the Windows Subsystem for Linux: 1>&2
echo   wsl --install          once, in an administrator terminal 1>&2
echo   wsl ./dramatis chat    in this folder, with a JDK 17 and Maven installed inside it 1>&2
exit /b 1
